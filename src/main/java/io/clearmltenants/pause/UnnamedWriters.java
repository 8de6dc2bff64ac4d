package io.clearmltenants.pause;

/**
 * Writers are to be paused and it was not said which, or something else was named; its message says
 * which there are and what they do for others.
 */
public final class UnnamedWriters extends RuntimeException {
    UnnamedWriters(String sentence) {
        super(sentence);
    }
}
