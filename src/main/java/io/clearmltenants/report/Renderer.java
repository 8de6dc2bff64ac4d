package io.clearmltenants.report;

import io.clearmltenants.plan.Plan;

/**
 * Shows a run to somebody. Any thread may call it. Closing it stops what it draws; it does not
 * close the streams.
 */
public interface Renderer extends EventSink, AutoCloseable {

    /** Shows what will be done. */
    void plan(Plan plan);

    /** Shows what was done; nothing follows it. */
    void summary(Report report);

    @Override
    void close();
}
