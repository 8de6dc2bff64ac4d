package io.clearmltenants.journal;

/** A name that is no run's, or not that of a run here; its message is one sentence for the user. */
public final class NoSuchRun extends RuntimeException {
    NoSuchRun(String sentence) {
        super(sentence);
    }
}
