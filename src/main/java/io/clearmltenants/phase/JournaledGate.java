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
    private final StopRequest stop;
    private final EventSink events;
    private final Progress progress;
    private final Map<PhaseName, LongAdder> erased;

    JournaledGate(String run, Lease lease, Journal journal, StopRequest stop, EventSink events) {
        this(run, lease, journal, stop, events, () -> {}, new ConcurrentHashMap<>());
    }

    private JournaledGate(
            String run,
            Lease lease,
            Journal journal,
            StopRequest stop,
            EventSink events,
            Progress progress,
            Map<PhaseName, LongAdder> erased) {
        this.run = run;
        this.lease = lease;
        this.journal = journal;
        this.stop = stop;
        this.events = events;
        this.progress = progress;
        this.erased = erased;
    }

    /** The same gate; each passage is reported, too. */
    WriteGate reporting(Progress progress) {
        return new JournaledGate(run, lease, journal, stop, events, progress, erased);
    }

    @Override
    public long write(Item item, String chunk, LongSupplier change) {
        lease.assertHeld();
        journal.write(Entry.Step.CHUNK_STARTED, item.phase(), item.locator(), 0, chunk);
        long units = change.getAsLong();
        erased.computeIfAbsent(item.phase(), _ -> new LongAdder()).add(units);
        journal.write(Entry.Step.CHUNK_DONE, item.phase(), item.locator(), units, chunk);
        progress.made();
        events.accept(new Event.ChunkErased(item.phase(), item.locator(), units));
        return units;
    }

    /** How many units of a phase have gone through the gate. */
    long erased(PhaseName phase) {
        return erased.computeIfAbsent(phase, _ -> new LongAdder()).sum();
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
