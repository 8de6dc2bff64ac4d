package io.clearmltenants.journal;

/** The journal cannot be read or written; without it nothing may be erased. */
public final class JournalFailure extends RuntimeException {
    public JournalFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public JournalFailure(String sentence) {
        super(sentence);
    }
}
