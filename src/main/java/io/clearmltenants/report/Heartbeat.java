package io.clearmltenants.report;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Calls something again and again until it is closed. */
@FunctionalInterface
interface Heartbeat {

    /** Starts calling. */
    Beating every(Duration interval, Runnable beat);

    /** Stops when closed. */
    @FunctionalInterface
    interface Beating extends AutoCloseable {
        @Override
        void close();
    }

    /** Beats on a thread of its own that does not keep the program alive. */
    static Heartbeat inBackground() {
        return (interval, beat) -> {
            ScheduledExecutorService thread =
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().daemon().name("heartbeat").factory());
            thread.scheduleAtFixedRate(
                    beat, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
            return thread::shutdownNow;
        };
    }
}
