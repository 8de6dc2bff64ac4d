package io.clearmltenants.report;

import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a run ended, in one plain sentence. */
public final class OutcomeText {
    private OutcomeText() {}

    public static String sentence(Report report) {
        String tenant = "the tenant " + Printable.of(report.tenant().label());
        return switch (report.outcome()) {
            case COMPLETE ->
                    what(report)
                            + " of "
                            + tenant
                            + " that this tool reaches was erased, and a second look "
                            + (report.scope().isEmpty() ? "" : "there ")
                            + "found nothing."
                            + untouched(report);
            case ITEMS_LEFT ->
                    "The run finished, but not everything of "
                            + tenant
                            + " was erased: "
                            + left(report)
                            + "."
                            + untouched(report);
            case LEFTOVERS ->
                    "The run finished, but a second look found something of "
                            + tenant
                            + " in "
                            + Words.count(report.leftovers().size(), "places")
                            + places(report).map(kept -> "; " + kept).orElse("")
                            + "."
                            + untouched(report);
        };
    }

    private static String what(Report report) {
        return report.scope().isEmpty()
                ? "Everything"
                : "Everything in " + Printable.of(String.join(", ", report.scope()));
    }

    /** What the user did not ask for is not claimed. */
    private static String untouched(Report report) {
        List<String> others =
                Arrays.stream(Store.values())
                        .filter(store -> !covers(report, store))
                        .map(Store::label)
                        .toList();
        return others.isEmpty()
                ? ""
                : " Not part of this run, and not looked at: " + String.join(", ", others) + ".";
    }

    /** A store that was left out by name is told of with what is kept. */
    private static boolean covers(Report report, Store store) {
        return report.scope().isEmpty()
                || report.scope().contains(store.label())
                || keptWhole(report).anyMatch(kept -> kept.store() == store)
                || Arrays.stream(PhaseName.values())
                        .filter(phase -> phase.store() == store)
                        .anyMatch(phase -> report.scope().contains(phase.label()));
    }

    private static String left(Report report) {
        long failures = report.phases().stream().mapToLong(phase -> phase.failures().size()).sum();
        long things = report.kept().size() - keptWhole(report).count();
        String items =
                Words.count(failures, "items")
                        + " could not be erased, "
                        + Words.number(things)
                        + " kept for review";
        return places(report)
                .map(kept -> failures + things == 0 ? kept : kept + "; " + items)
                .orElse(items);
    }

    /** The stores of which all is kept. */
    private static Optional<String> places(Report report) {
        List<String> stores = keptWhole(report).map(kept -> kept.store().label()).toList();
        return stores.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "all that it has in "
                                + String.join(", ", stores)
                                + " was kept and not looked at, since the user left "
                                + (stores.size() == 1 ? "it" : "them")
                                + " out");
    }

    private static Stream<Finding.Kept> keptWhole(Report report) {
        return report.kept().stream().filter(Finding.Kept::everything);
    }
}
