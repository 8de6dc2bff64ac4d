package io.clearmltenants.phase;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.journal.Entry;
import io.clearmltenants.journal.Journal;
import io.clearmltenants.journal.JournalFailure;
import io.clearmltenants.report.Event;
import io.clearmltenants.report.EventSink;
import io.clearmltenants.tenant.Target;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Erases the items of a plan, phase by phase, chunk by chunk; the one place that hands out the
 * write gate.
 */
public final class Eraser {
    private final Phases phases;
    private final Journal journal;
    private final EventSink events;
    private final StopRequest stop;
    private final Retry retry;
    private final JournaledGate gate;
    private final Set<PhaseName> failed = EnumSet.noneOf(PhaseName.class);
    private final Map<PhaseName, List<String>> failures = new EnumMap<>(PhaseName.class);
    private final Map<Item, String> unproven = new LinkedHashMap<>();

    public Eraser(
            Phases phases,
            String run,
            Lease lease,
            Journal journal,
            Retry retry,
            StopRequest stop,
            EventSink events) {
        this.phases = phases;
        this.journal = journal;
        this.events = events;
        this.stop = stop;
        this.retry = retry;
        this.gate = new JournaledGate(run, lease, journal, stop, events);
    }

    /**
     * Erases the items, which stand in phase order. An item that fails for good is left; what would
     * destroy the map to it, or hide that the deletion is not finished, is left too.
     *
     * @throws Interrupted if the user asked to stop
     * @throws ConnectFailure if a server is lost; the run can be resumed
     */
    public void erase(Target target, List<Item> items) {
        for (PhaseName phase : PhaseName.values()) {
            List<Item> own = items.stream().filter(item -> item.phase() == phase).toList();
            if (!own.isEmpty()) {
                erasePhase(target, phase, own);
            }
        }
    }

    /**
     * Forgets what was left so far, so that what waited for it may go too: for a fresh listing,
     * which says what is still there. What is no longer the tenant's stands in no listing, so it
     * stays in mind.
     */
    public void forgive() {
        failed.clear();
        failures.clear();
        unproven.forEach(this::remember);
    }

    /** The items that could no longer be shown to be the tenant's, and so were left. */
    public List<Item> unproven() {
        return List.copyOf(unproven.keySet());
    }

    /** One sentence for each item that was left, by phase. */
    public Map<PhaseName, List<String>> failures() {
        return Map.copyOf(failures);
    }

    private void erasePhase(Target target, PhaseName phase, List<Item> items) {
        long total = items.stream().mapToLong(item -> item.amount().count()).sum();
        events.accept(
                new Event.PhaseStarted(
                        phase, items.size(), total, items.getFirst().amount().unit()));
        long before = gate.erased(phase);
        eraseItems(target, items, phases.named(phase).itemsAtOnce());
        long erased = gate.erased(phase) - before;
        boolean complete = !failed.contains(phase);
        events.accept(new Event.PhaseFinished(phase, erased, complete));
        journal.write(
                Entry.Step.PHASE_DONE, phase, null, 0, complete ? "complete" : "items were left");
    }

    private void eraseItems(Target target, List<Item> items, int atOnce) {
        try (ChangesInFlight changes = new ChangesInFlight(atOnce)) {
            items.forEach(item -> changes.begin(() -> eraseOrRecord(target, item)));
            changes.await();
        }
    }

    private void eraseOrRecord(Target target, Item item) {
        if (stop.made()) {
            throw new Interrupted();
        }
        if (waitsForFailed(item.phase())) {
            record(item, "left, since an earlier phase could not finish");
            return;
        }
        try {
            eraseAll(target, item);
        } catch (ConnectFailure | JournalFailure | LeaseLost | Interrupted ends) {
            throw ends;
        } catch (OwnershipLost unclear) {
            recordUnproven(item, unclear.getMessage());
        } catch (RuntimeException permanent) {
            record(
                    item,
                    permanent.getMessage() == null ? permanent.toString() : permanent.getMessage());
        }
    }

    private void eraseAll(Target target, Item item) {
        Phase phase = phases.named(item.phase());
        while (retry.run(
                item.locator(), progress -> phase.erase(target, item, gate.reporting(progress)))) {
            if (stop.made()) {
                throw new Interrupted();
            }
        }
    }

    private synchronized boolean waitsForFailed(PhaseName phase) {
        return failed.stream().anyMatch(phase::needsFirst);
    }

    private synchronized void recordUnproven(Item item, String reason) {
        unproven.putIfAbsent(item, reason);
        record(item, reason);
    }

    private synchronized void record(Item item, String reason) {
        failed.add(item.phase());
        remember(item, reason);
        journal.write(Entry.Step.ITEM_FAILED, item.phase(), item.locator(), 0, reason);
        events.accept(new Event.ItemFailed(item.phase(), item.locator(), reason));
    }

    private void remember(Item item, String reason) {
        failures.merge(item.phase(), List.of(item.locator() + ": " + reason), Eraser::joined);
    }

    private static List<String> joined(List<String> left, List<String> right) {
        return java.util.stream.Stream.concat(left.stream(), right.stream()).distinct().toList();
    }
}
