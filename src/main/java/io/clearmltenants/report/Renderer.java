package io.clearmltenants.report;

/** Prints the events of one run. */
public interface Renderer extends EventSink, AutoCloseable {

    /** The run has ended with this report; nothing comes after it. */
    default void finish(Report report) {}

    /** Frees what the renderer holds; the run may have failed before its end. */
    @Override
    default void close() {}
}
