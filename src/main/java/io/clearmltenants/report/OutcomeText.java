package io.clearmltenants.report;

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
                            + " that this tool reaches was erased, and a second look found nothing.";
            case ITEMS_LEFT ->
                    "The run went to its end, but not everything of "
                            + tenant
                            + " was erased: "
                            + left(report)
                            + ".";
            case LEFTOVERS ->
                    "The run went to its end, but a second look found something of "
                            + tenant
                            + " in "
                            + Words.count(report.leftovers().size(), "places")
                            + ".";
            case INTERRUPTED ->
                    "The run was stopped before its end, so a part of "
                            + tenant
                            + " is still there; resume the run "
                            + Printable.of(report.run())
                            + ".";
        };
    }

    private static String what(Report report) {
        return report.scope().isEmpty()
                ? "Everything"
                : "Everything in " + Printable.of(String.join(", ", report.scope()));
    }

    private static String left(Report report) {
        long failures = report.phases().stream().mapToLong(phase -> phase.failures().size()).sum();
        return Words.count(failures, "items")
                + " could not be erased, "
                + Words.number(report.kept().size())
                + " kept for a person to look at";
    }
}
