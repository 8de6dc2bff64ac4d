package io.clearmltenants.connect;

/**
 * A server cannot be reached or does not let us do what is needed; its message is one sentence with
 * a way out.
 */
public final class ConnectFailure extends RuntimeException {
    public ConnectFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public ConnectFailure(String sentence) {
        super(sentence);
    }
}
