package io.clearmltenants;

import io.clearmltenants.guard.Guards;
import io.clearmltenants.journal.Runs;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.StopRequest;
import io.clearmltenants.report.EventSink;
import io.clearmltenants.report.Report;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The way of a deletion, of a new run and a resumed one alike: its stages, in their order. */
@ApplicationScoped
public class Deletion {
    private final Preparation preparation;
    private final Guards guards;
    private final RunStart start;
    private final Erasure erasure;
    private final Verification verification;
    private final Reporter reporter;

    Deletion(
            Preparation preparation,
            Guards guards,
            RunStart start,
            Erasure erasure,
            Verification verification,
            Reporter reporter) {
        this.preparation = preparation;
        this.guards = guards;
        this.start = start;
        this.erasure = erasure;
        this.verification = verification;
        this.reporter = reporter;
    }

    /** Deletes a tenant: tenant, inventory and plan, guards, confirmation, then the run. */
    public Report run(
            DeletionRequest request,
            Runs runs,
            Confirmation confirmation,
            StopRequest stop,
            EventSink events) {
        Preparation.Prepared prepared = preparation.prepare(request, runs);
        guards.check(prepared.situation(request));
        confirmation.confirm(prepared.plan());
        try (RunContext run = start.start(prepared, request, runs, stop, events)) {
            return new ResumableRun(run.folder().name(), run.journal())
                    .finish(
                            () -> {
                                erasure.erase(run);
                                erasure.sweep(run);
                                List<Leftover> leftovers = verification.verify(run);
                                List<Finding.Kept> kept = verification.stillKept(run);
                                return reporter.report(run, kept, leftovers);
                            });
        }
    }
}
