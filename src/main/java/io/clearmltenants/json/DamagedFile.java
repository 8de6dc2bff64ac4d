package io.clearmltenants.json;

/** A file of this program that cannot be trusted; its message is one sentence for the user. */
public final class DamagedFile extends RuntimeException {
    public DamagedFile(String sentence) {
        super(sentence);
    }

    public DamagedFile(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
