package io.clearmltenants.phase;

/**
 * A failure that may pass by itself (a lost connection, a full queue, an election); worth another
 * try.
 */
public final class TransientFailure extends RuntimeException {
    public TransientFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
