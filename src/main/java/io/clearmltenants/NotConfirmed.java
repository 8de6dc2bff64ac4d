package io.clearmltenants;

/** The user did not agree; nothing was changed. */
public final class NotConfirmed extends RuntimeException {
    public NotConfirmed(String sentence) {
        super(sentence);
    }
}
