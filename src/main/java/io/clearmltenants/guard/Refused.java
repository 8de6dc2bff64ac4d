package io.clearmltenants.guard;

/** A guard refuses; nothing was changed. */
public final class Refused extends RuntimeException {
    public Refused(String sentence) {
        super(sentence);
    }
}
