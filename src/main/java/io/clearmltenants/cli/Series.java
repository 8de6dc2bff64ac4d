package io.clearmltenants.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Several tenants, one after the other: one failure does not stop the rest, and the end says which
 * failed.
 */
record Series(Terminal terminal) {

    ExitCode run(List<NamedId> all, Interruption stop, Function<NamedId, ExitCode> deletion) {
        Map<NamedId, ExitCode> ends = new LinkedHashMap<>();
        for (NamedId named : all) {
            if (stop.made()) {
                ends.put(named, ExitCode.INTERRUPTED);
            } else {
                ends.put(named, one(named, deletion));
            }
        }
        ends.forEach(
                (named, end) ->
                        terminal.error(named.id() + " (" + named.name() + "): " + end.meaning()));
        return ends.values().stream()
                .filter(end -> end != ExitCode.DONE)
                .findFirst()
                .orElse(ExitCode.DONE);
    }

    private ExitCode one(NamedId named, Function<NamedId, ExitCode> deletion) {
        try {
            return deletion.apply(named);
        } catch (RuntimeException failure) {
            ExitCode end = Failures.exitCode(failure);
            terminal.error(
                    "clearml-tenants: "
                            + named.id()
                            + ": "
                            + (failure.getMessage() == null ? failure : failure.getMessage()));
            return end;
        }
    }
}
