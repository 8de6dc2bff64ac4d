package io.clearmltenants.guard;

import java.util.Optional;

/** One reason to refuse a deletion; each implementation is a CDI bean and reads only. */
public interface Guard {

    /**
     * The refusal in one sentence that says what is wrong and what to do; empty if the guard has no
     * objection.
     */
    Optional<String> refuse(Situation situation);
}
