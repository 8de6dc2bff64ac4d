package io.clearmltenants.verify;

import io.clearmltenants.phase.Interrupted;
import io.clearmltenants.phase.StopRequest;
import io.clearmltenants.report.Event;
import io.clearmltenants.report.EventSink;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a known time, says so, and stops when asked to. */
public final class Patience {
    private static final Duration STEP = Duration.ofMillis(200);

    private final StopRequest stop;
    private final EventSink events;

    public Patience(StopRequest stop, EventSink events) {
        this.stop = stop;
        this.events = events;
    }

    /**
     * @throws Interrupted if the user asked to stop meanwhile
     */
    public void await(String reason, Duration length) {
        long end = System.nanoTime() + length.toNanos();
        long left = length.toNanos();
        while (left > 0) {
            events.accept(new Event.Waiting(reason, Duration.ofNanos(left)));
            LockSupport.parkNanos(Math.min(left, STEP.toNanos()));
            if (stop.made()) {
                throw new Interrupted();
            }
            left = end - System.nanoTime();
        }
    }
}
