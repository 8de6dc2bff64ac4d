package io.clearmltenants;

import io.clearmltenants.journal.Entry;
import io.clearmltenants.journal.Journal;
import io.clearmltenants.journal.JournalFailure;
import io.clearmltenants.journal.Operator;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.journal.RunName;
import io.clearmltenants.journal.RunRequest;
import io.clearmltenants.journal.Runs;
import io.clearmltenants.json.UnwritableFile;
import io.clearmltenants.mongo.Leases;
import io.clearmltenants.phase.Eraser;
import io.clearmltenants.phase.Lease;
import io.clearmltenants.phase.Phases;
import io.clearmltenants.phase.Retry;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.StopRequest;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.plan.PlanFile;
import io.clearmltenants.report.EventSink;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;

/** Begins a run, or begins again with one that is resumed: folder, journal, lease, eraser. */
@ApplicationScoped
class RunStart {
    private final PlanFile plans;
    private final Phases phases;
    private final Leases leases;

    RunStart(PlanFile plans, Phases phases, Leases leases) {
        this.plans = plans;
        this.phases = phases;
        this.leases = leases;
    }

    RunContext start(
            Preparation.Prepared prepared,
            DeletionRequest request,
            Runs runs,
            StopRequest stop,
            EventSink events) {
        RunFolder folder =
                request.resumed().orElseGet(() -> begin(runs, prepared.plan(), request.scope()));
        Journal journal = folder.openJournal();
        try {
            return context(folder, journal, prepared, request, stop, events.oneAtATime());
        } catch (RuntimeException failure) {
            journal.close();
            throw failure;
        }
    }

    private RunContext context(
            RunFolder folder,
            Journal journal,
            Preparation.Prepared prepared,
            DeletionRequest request,
            StopRequest stop,
            EventSink events) {
        Plan plan = prepared.plan();
        String name = folder.name().value();
        Operator operator = Operator.current();
        Lease lease =
                leases.take(
                        plan.tenant().id(),
                        name,
                        operator.host(),
                        operator.process(),
                        operator.user());
        try {
            folder.discardReport();
            journal.write(
                    folder.begun() ? Entry.Step.RUN_RESUMED : Entry.Step.RUN_STARTED,
                    RunFolder.beginning(plan.tenant().label() + ", by " + operator, plan.digest()));
        } catch (RuntimeException failure) {
            lease.close();
            throw failure;
        }
        Retry retry = new Retry(request.retry(), stop, events);
        return new RunContext(
                folder,
                plan,
                prepared.target(),
                request.scope(),
                prepared.servers(),
                request.patience(),
                journal,
                lease,
                new Eraser(phases, name, lease, journal, retry, stop, events),
                retry,
                stop,
                events,
                new ArrayList<>());
    }

    private RunFolder begin(Runs runs, Plan plan, Scope scope) {
        Instant now = Instant.now();
        RunRequest request =
                new RunRequest(
                        RunRequest.SCHEMA,
                        RunName.create(now, plan.tenant().id()).value(),
                        plan.tenant(),
                        Set.copyOf(scope.phases()),
                        Operator.current().toString(),
                        now);
        RunFolder run = runs.create(request);
        try {
            plans.write(plan, run.plan());
        } catch (UnwritableFile full) {
            throw new JournalFailure(
                    full.getMessage()
                            + " Nothing was changed; free space there, or give another folder with --state-dir.",
                    full);
        }
        return run;
    }
}
