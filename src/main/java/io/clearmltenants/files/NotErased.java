package io.clearmltenants.files;

/**
 * Something below the fileserver's folder cannot be erased, now or ever: it is left, and what else
 * can be erased still goes. Its message is one sentence for the user.
 */
final class NotErased extends RuntimeException {
    NotErased(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    NotErased(String sentence) {
        super(sentence);
    }
}
