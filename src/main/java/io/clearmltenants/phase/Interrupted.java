package io.clearmltenants.phase;

/**
 * The user asked to stop, or the journal cannot be written any more; what was begun is in the
 * journal and the run can be resumed.
 */
public final class Interrupted extends RuntimeException {
    public Interrupted() {
        super("Stopped.");
    }

    /** Something else than the user ended the run; its sentence says how to resume it. */
    public Interrupted(String sentence, RuntimeException cause) {
        super(sentence, cause);
    }

    /**
     * @param goOn one sentence that says how to resume the run
     */
    public Interrupted(String goOn) {
        super("Stopped. " + goOn);
    }
}
