package io.clearmltenants.cli;

import io.clearmltenants.fixture.World;
import java.util.stream.Stream;

/** The command line of a deletion that asks nobody and waits for nothing. */
final class Unattended {
    private Unattended() {}

    /** It deletes the victim. @param more options behind it */
    static String[] delete(String... more) {
        return Stream.concat(
                        Stream.of(
                                "delete",
                                World.VICTIM,
                                "--name",
                                World.VICTIM_NAME,
                                "--yes",
                                "--with-live-agents",
                                "--wait",
                                "0"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** It resumes the newest run of the victim. */
    static String[] resume() {
        return new String[] {
            "delete",
            "--resume",
            "--name",
            World.VICTIM_NAME,
            "--yes",
            "--with-live-agents",
            "--wait",
            "0"
        };
    }
}
