package io.clearmltenants.cli;

import io.clearmltenants.guard.Insistence;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** How a deletion runs, and which guards the user overrides. */
class RunOptions {
    private static final int REFRESHER_SECONDS = 65;
    private static final int RETRY_SECONDS = 120;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description =
                    "Look again after so many seconds, since the server's refresher writes once a minute; 0 for no"
                            + " second look. Default: ${DEFAULT-VALUE}.")
    int waitSeconds = REFRESHER_SECONDS;

    @Option(
            names = "--retry",
            paramLabel = "SECONDS",
            description =
                    "Try again for so many seconds where a server is lost; then the run ends and can be resumed."
                            + " Default: ${DEFAULT-VALUE}.")
    int retrySeconds = RETRY_SECONDS;

    @Option(
            names = "--with-live-agents",
            description = "Go on although agents of the tenant were seen in the last 10 minutes.")
    boolean withLiveAgents;

    @Option(
            names = "--with-clock-skew",
            description = "Go on although this host's clock and MongoDB's differ.")
    boolean withClockSkew;

    Duration waiting() {
        return Duration.ofSeconds(waitSeconds);
    }

    Duration retrying() {
        return Duration.ofSeconds(retrySeconds);
    }

    Set<Insistence> insistences() {
        Set<Insistence> insistences = EnumSet.noneOf(Insistence.class);
        if (withLiveAgents) {
            insistences.add(Insistence.LIVE_AGENTS);
        }
        if (withClockSkew) {
            insistences.add(Insistence.CLOCK_SKEW);
        }
        return insistences;
    }
}
