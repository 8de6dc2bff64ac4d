package io.clearmltenants;

import io.clearmltenants.plan.Plan;

/** Asks the user before anything is changed. */
@FunctionalInterface
public interface Confirmation {

    /** Returns if the user agrees; throws {@link NotConfirmed} if not. */
    void confirm(Plan plan);
}
