package io.clearmltenants.phase;

/** The user asked to stop; what was begun is in the journal and the run can be resumed. */
public final class Interrupted extends RuntimeException {
    public Interrupted() {
        super("Stopped.");
    }
}
