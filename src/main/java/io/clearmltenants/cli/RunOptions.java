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
                    "Look again after so many seconds, since the server rewrites statistics once a minute; 0 for no second look. Default: ${DEFAULT-VALUE}.")
    Duration wait;

    @Option(
            names = "--retry",
            paramLabel = "SECONDS",
            defaultValue = "120",
            converter = Seconds.class,
            description =
                    "Retry for so many seconds if a server does not answer; then stop, so that the run can be resumed. 0 for no retry. Default: ${DEFAULT-VALUE}.")
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
