package io.clearmltenants.report;

/** Takes the events of a run, from any thread. */
@FunctionalInterface
public interface EventSink {
    void accept(Event event);
}
