package io.clearmltenants.cli;

import io.clearmltenants.guard.Insistence;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return insistence.insistences();
    }
}
