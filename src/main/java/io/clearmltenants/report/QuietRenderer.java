package io.clearmltenants.report;

import io.clearmltenants.plan.Plan;
import java.io.PrintStream;

/** Says nothing unless something went wrong. */
final class QuietRenderer implements Renderer {
    private final PrintStream err;

    QuietRenderer(PrintStream err) {
        this.err = err;
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.ItemFailed failed) {
            err.println(EventText.failure(failed));
        }
    }

    @Override
    public void plan(Plan plan) {
        // what will be done is not a failure
    }

    @Override
    public void summary(Report report) {
        if (report.outcome() != Outcome.COMPLETE) {
            err.println(OutcomeText.sentence(report));
        }
    }

    @Override
    public void close() {
        // nothing is drawn
    }
}
