package io.clearmltenants.plan;

/** The saved plan no longer matches what is there; its message names the first differences. */
public final class PlanDrifted extends RuntimeException {
    private static final int SHOWN = 5;

    public PlanDrifted(Drift drift) {
        super(sentence(drift));
    }

    private static String sentence(Drift drift) {
        String shown = String.join("; ", drift.changes().stream().limit(SHOWN).toList());
        int more = drift.changes().size() - SHOWN;
        return "The plan no longer matches: "
                + shown
                + (more > 0 ? " and " + more + " more" : "")
                + ". Make a new plan, or continue with --accept-drift.";
    }
}
