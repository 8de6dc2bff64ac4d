package io.clearmltenants.cli;

import io.clearmltenants.journal.RunName;

/** Options that do not fit together; its message is one sentence for the user. */
final class WrongUsage extends RuntimeException {
    WrongUsage(String sentence) {
        super(sentence);
    }

    /** The name of a run as the user gave it. */
    static RunName runName(String text) {
        try {
            return new RunName(text);
        } catch (IllegalArgumentException malformed) {
            throw new WrongUsage(malformed.getMessage());
        }
    }
}
