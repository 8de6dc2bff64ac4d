package io.clearmltenants.cli;

/** Options that do not fit together; its message is one sentence for the user. */
final class WrongUsage extends RuntimeException {
    WrongUsage(String sentence) {
        super(sentence);
    }
}
