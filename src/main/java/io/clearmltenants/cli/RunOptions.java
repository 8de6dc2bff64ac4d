package io.clearmltenants.cli;

import io.clearmltenants.guard.Insistence;
import java.time.Duration;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a deletion runs, and which guards the user overrides. */
class RunOptions {

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "65",
            converter = Seconds.class,
            description =
                    "Look again after so many seconds, since the server's refresher writes once a minute; 0 for no"
                            + " second look. Default: ${DEFAULT-VALUE}.")
    Duration wait;

    @Option(
            names = "--retry",
            paramLabel = "SECONDS",
            defaultValue = "120",
            converter = Seconds.class,
            description =
                    "Try again for so many seconds if a server is lost; then the run ends and can be resumed. 0 for no"
                            + " other try. Default: ${DEFAULT-VALUE}.")
    Duration retry;

    @Mixin InsistenceOptions insistence;

    Duration waiting() {
        return wait;
    }

    Duration retrying() {
        return retry;
    }

    Set<Insistence> insistences() {
        return insistence.insistences();
    }
}
