package io.clearmltenants.plan;

/** A file that is not a plan to execute; its message is one sentence for the user. */
public final class InvalidPlan extends RuntimeException {
    InvalidPlan(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
