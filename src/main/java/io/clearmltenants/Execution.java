package io.clearmltenants;

import io.clearmltenants.inventory.Inventory;
import io.clearmltenants.journal.Entry;
import io.clearmltenants.journal.ExportedIds;
import io.clearmltenants.journal.Journal;
import io.clearmltenants.journal.Operator;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.mongo.Leases;
import io.clearmltenants.mongo.Targets;
import io.clearmltenants.phase.Eraser;
import io.clearmltenants.phase.Interrupted;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Lease;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.Phases;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.StopRequest;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.report.Event;
import io.clearmltenants.report.EventSink;
import io.clearmltenants.report.Report;
import io.clearmltenants.tenant.KnownIds;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.verify.Patience;
import io.clearmltenants.verify.Verifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Executes a confirmed plan under the lease, with the journal open: export, erase, sweep, verify,
 * report.
 */
@ApplicationScoped
class Execution {
    /** What still comes back after so many sweeps is written faster than we erase. */
    private static final int MOST_SWEEPS = 3;

    private final Phases phases;
    private final Inventory inventory;
    private final Leases leases;
    private final Targets targets;
    private final Verifier verifier;
    private final Reporter reporter;

    Execution(
            Phases phases,
            Inventory inventory,
            Leases leases,
            Targets targets,
            Verifier verifier,
            Reporter reporter) {
        this.phases = phases;
        this.inventory = inventory;
        this.leases = leases;
        this.targets = targets;
        this.verifier = verifier;
        this.reporter = reporter;
    }

    Report run(
            RunFolder run,
            Plan plan,
            Target live,
            Scope scope,
            List<ServerState> servers,
            Duration wait,
            StopRequest stop,
            EventSink events) {
        Operator operator = Operator.current();
        String name = run.name().value();
        try (Lease lease =
                        leases.take(
                                live.id(),
                                name,
                                operator.host(),
                                operator.process(),
                                operator.user());
                Journal journal = run.openJournal()) {
            journal.write(
                    Entry.Step.RUN_STARTED,
                    plan.tenant().label() + ", by " + operator + ", plan " + plan.digest());
            Eraser eraser = new Eraser(phases, name, lease, journal, stop, events);
            Course course = new Course(run, plan, live, scope, journal, eraser, stop, events);
            try {
                erase(course);
                List<Leftover> leftovers = verify(course, wait);
                journal.write(Entry.Step.VERIFIED, leftovers.size() + " leftovers");
                Report report =
                        reporter.report(
                                run,
                                plan,
                                scope,
                                servers,
                                eraser.failures(),
                                course.swept(),
                                leftovers);
                journal.write(Entry.Step.RUN_FINISHED, report.outcome().name());
                return report;
            } catch (Interrupted stopped) {
                journal.write(Entry.Step.INTERRUPTED, "on request");
                throw stopped;
            }
        }
    }

    private record Course(
            RunFolder run,
            Plan plan,
            Target live,
            Scope scope,
            Journal journal,
            Eraser eraser,
            StopRequest stop,
            EventSink events,
            List<Item> swept) {
        Course(
                RunFolder run,
                Plan plan,
                Target live,
                Scope scope,
                Journal journal,
                Eraser eraser,
                StopRequest stop,
                EventSink events) {
            this(run, plan, live, scope, journal, eraser, stop, events, new ArrayList<>());
        }
    }

    private void erase(Course course) {
        course.events().accept(new Event.StageStarted("erase"));
        course.eraser().erase(export(course, course.live().ids()), course.plan().items());
        sweep(course);
    }

    /**
     * Writes down the identifiers that MongoDB still has; the target then also knows those that are
     * gone by now.
     */
    private Target export(Course course) {
        return export(course, targets.liveIds(course.live().id()));
    }

    private Target export(Course course, KnownIds source) {
        ExportedIds ids = new ExportedIds(course.run());
        long added = ids.add(source);
        course.journal().write(Entry.Step.IDS_EXPORTED, added + " identifiers");
        return targets.withIds(course.live().tenant(), ids);
    }

    private void sweep(Course course) {
        course.events().accept(new Event.StageStarted("sweep"));
        for (int round = 0; round < MOST_SWEEPS; round++) {
            Target target = export(course);
            List<Item> back = inventory.items(target, course.scope());
            if (back.isEmpty()) {
                return;
            }
            course.swept().addAll(back);
            course.eraser().erase(target, back);
        }
    }

    private List<Leftover> verify(Course course, Duration wait) {
        course.events().accept(new Event.StageStarted("verify"));
        List<Leftover> leftovers = look(course);
        if (wait.isZero()) {
            return leftovers;
        }
        new Patience(course.stop(), course.events())
                .await("the server's refresher has its minute", wait);
        if (!look(course).isEmpty()) {
            sweep(course);
        }
        return look(course);
    }

    private List<Leftover> look(Course course) {
        Target target = targets.withIds(course.live().tenant(), new ExportedIds(course.run()));
        return verifier.look(target, course.scope());
    }
}
