package io.clearmltenants.cli;

import io.clearmltenants.guard.Insistence;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    @Option(
            names = "--with-live-agents",
            description = "Erase although agents of the tenant were seen in the last 10 minutes.")
    boolean withLiveAgents;

    @Option(
            names = "--with-clock-skew",
            description = "Erase although this host's clock and MongoDB's differ.")
    boolean withClockSkew;

    @Option(
            names = "--pause-writers",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "NAME,..",
            description =
                    "Stop these parts of the installation while this run erases, such as async_delete,apiserver; they are"
                            + " started again in every case. Without names: say which there are, and end.")
    Optional<String> pauseWriters = Optional.empty();

    /** The named parts; empty where nothing is to be paused. */
    Optional<Set<String>> pausing() {
        return pauseWriters.map(
                names ->
                        Stream.of(names.split(","))
                                .filter(name -> !name.isBlank())
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    Duration waiting() {
        return wait;
    }

    Duration retrying() {
        return retry;
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
