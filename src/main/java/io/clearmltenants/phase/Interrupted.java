package io.clearmltenants.phase;

/** The user asked to stop; what was begun is in the journal and the run can be resumed. */
public final class Interrupted extends RuntimeException {
    public Interrupted() {
        super("Stopped.");
    }

    /**
     * @param goOn one sentence that says how to resume the run
     */
    public Interrupted(String goOn) {
        super("Stopped. " + goOn);
    }
}
