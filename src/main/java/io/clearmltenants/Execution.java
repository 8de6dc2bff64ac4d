package io.clearmltenants;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.inventory.Inventory;
import io.clearmltenants.journal.Entry;
import io.clearmltenants.journal.ExportedIds;
import io.clearmltenants.journal.Journal;
import io.clearmltenants.journal.JournalFailure;
import io.clearmltenants.journal.Operator;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.mongo.Leases;
import io.clearmltenants.mongo.Targets;
import io.clearmltenants.phase.Eraser;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Interrupted;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Lease;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.Phases;
import io.clearmltenants.phase.Retry;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.StopRequest;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.report.Event;
import io.clearmltenants.report.EventSink;
import io.clearmltenants.report.Outcome;
import io.clearmltenants.report.Report;
import io.clearmltenants.tenant.KnownIds;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.verify.Patience;
import io.clearmltenants.verify.Verifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            ErasureRequest request,
            StopRequest stop,
            EventSink sink) {
        EventSink events = sink.oneAtATime();
        Operator operator = Operator.current();
        String name = run.name().value();
        Retry retry = new Retry(request.retry(), stop, events);
        try (Journal journal = run.openJournal();
                Lease lease =
                        leases.take(
                                live.id(),
                                name,
                                operator.host(),
                                operator.process(),
                                operator.user())) {
            run.discardReport();
            journal.write(
                    run.begun() ? Entry.Step.RUN_RESUMED : Entry.Step.RUN_STARTED,
                    RunFolder.beginning(plan.tenant().label() + ", by " + operator, plan.digest()));
            Eraser eraser = new Eraser(phases, name, lease, journal, retry, stop, events);
            Course course =
                    new Course(
                            run,
                            plan,
                            live,
                            scope,
                            journal,
                            eraser,
                            retry,
                            stop,
                            events,
                            new ArrayList<>());
            return new ResumableRun(run.name(), journal)
                    .finish(() -> finish(course, servers, request));
        }
    }

    private Report finish(Course course, List<ServerState> servers, ErasureRequest request) {
        erase(course);
        List<Leftover> leftovers = verify(course, request.patience());
        List<Finding.Kept> kept = stillKept(course);
        course.journal().write(Entry.Step.VERIFIED, leftovers.size() + " leftovers");
        Report report =
                reporter.report(
                        course.run(),
                        course.journal(),
                        course.plan(),
                        course.scope(),
                        servers,
                        course.eraser().failures(),
                        left(course),
                        kept,
                        leftovers);
        if (report.outcome() != Outcome.COMPLETE) {
            course.events().accept(new Event.Notice(retryLater(course)));
        }
        return report;
    }

    /** What the last listing found, and what stands in none since it may be another's by now. */
    private static List<Item> left(Course course) {
        Set<String> listed = course.left().stream().map(Item::locator).collect(Collectors.toSet());
        return Stream.concat(
                        course.left().stream(),
                        course.eraser().unproven().stream()
                                .filter(item -> !listed.contains(item.locator())))
                .toList();
    }

    /** What the plan kept, without what a person has dealt with since. */
    private List<Finding.Kept> stillKept(Course course) {
        Target target = targets.withIds(course.live(), new ExportedIds(course.run()));
        return course.retry()
                .run(
                        "the look at what is kept",
                        () -> inventory.stillThere(course.plan().kept(), target, course.scope()));
    }

    private static String retryLater(Course course) {
        return "Retry what is left with: clearml-tenants delete --resume " + course.run().name();
    }

    private record Course(
            RunFolder run,
            Plan plan,
            Target live,
            Scope scope,
            Journal journal,
            Eraser eraser,
            Retry retry,
            StopRequest stop,
            EventSink events,
            List<Item> left) {}

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
        return course.retry()
                .run(
                        "the export of identifiers",
                        () -> {
                            long known = ids.add(source);
                            course.journal().write(Entry.Step.IDS_EXPORTED, known + " identifiers");
                            return targets.withIds(course.live(), ids);
                        });
    }

    private void sweep(Course course) {
        course.events().accept(new Event.StageStarted("sweep"));
        for (int round = 0; round < MOST_SWEEPS; round++) {
            Target target = export(course);
            List<Item> back = list(course, target);
            course.eraser().forgive();
            if (back.isEmpty()) {
                return;
            }
            back.forEach(course.journal()::foundBySweep);
            course.eraser().erase(target, back);
        }
        list(course, export(course));
    }

    /** What is there now; the last listing is what the run has left. */
    private List<Item> list(Course course, Target target) {
        List<Item> there =
                course.retry().run("the sweep", () -> inventory.items(target, course.scope()));
        course.left().clear();
        course.left().addAll(there);
        return there;
    }

    private List<Leftover> verify(Course course, Duration wait) {
        course.events().accept(new Event.StageStarted("verify"));
        List<Leftover> leftovers = look(course);
        if (wait.isZero()) {
            return leftovers;
        }
        new Patience(course.stop(), course.events())
                .await("the server's refresher has its minute", wait);
        List<Leftover> later = look(course);
        if (later.isEmpty()) {
            return later;
        }
        sweep(course);
        return look(course);
    }

    private List<Leftover> look(Course course) {
        ExportedIds ids = new ExportedIds(course.run());
        try {
            return course.retry()
                    .run(
                            "the second look",
                            () ->
                                    verifier.look(
                                            targets.withIds(course.live(), ids), course.scope()));
        } catch (Interrupted | JournalFailure ends) {
            throw ends;
        } catch (RuntimeException failure) {
            throw new ConnectFailure(
                    "All phases are done, but looking for leftovers failed: "
                            + failure.getMessage(),
                    failure);
        }
    }
}
