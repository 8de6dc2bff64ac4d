package io.clearmltenants.report;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Takes the events of a run, from any thread. */
@FunctionalInterface
public interface EventSink {
    void accept(Event event);

    /** The same for work that is done by several threads: it gets one event at a time. */
    default EventSink oneAtATime() {
        Lock lock = new ReentrantLock();
        return event -> {
            lock.lock();
            try {
                accept(event);
            } finally {
                lock.unlock();
            }
        };
    }
}
