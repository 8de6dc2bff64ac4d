package io.clearmltenants.phase;

import io.clearmltenants.journal.Entry;
import io.clearmltenants.journal.Journal;
import io.clearmltenants.report.Event;
import io.clearmltenants.report.EventSink;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** The gate that the eraser hands out: lease, journal, change, journal. */
final class JournaledGate implements WriteGate {
    private final String run;
    private final Lease lease;
    private final Journal journal;
    private final Retry retry;
    private final StopRequest stop;
    private final EventSink events;
    private final Map<PhaseName, LongAdder> erased = new ConcurrentHashMap<>();

    JournaledGate(
            String run,
            Lease lease,
            Journal journal,
            Retry retry,
            StopRequest stop,
            EventSink events) {
        this.run = run;
        this.lease = lease;
        this.journal = journal;
        this.retry = retry;
        this.stop = stop;
        this.events = events;
    }

    @Override
    public long write(Item item, String chunk, LongSupplier change) {
        long units = retry.run(item.locator(), () -> attempt(item, chunk, change));
        erased.computeIfAbsent(item.phase(), _ -> new LongAdder()).add(units);
        journal.write(Entry.Step.CHUNK_DONE, item.phase(), item.locator(), units, chunk);
        events.accept(new Event.ChunkErased(item.phase(), item.locator(), units));
        return units;
    }

    /** How many units of a phase have gone through the gate. */
    long erased(PhaseName phase) {
        return erased.computeIfAbsent(phase, _ -> new LongAdder()).sum();
    }

    /** A chunk that is tried again starts again: what its lost try changed, nobody has counted. */
    private long attempt(Item item, String chunk, LongSupplier change) {
        lease.assertHeld();
        journal.write(Entry.Step.CHUNK_STARTED, item.phase(), item.locator(), 0, chunk);
        return change.getAsLong();
    }

    @Override
    public String run() {
        return run;
    }

    @Override
    public boolean stopping() {
        return stop.made();
    }
}
