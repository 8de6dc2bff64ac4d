package io.clearmltenants;

import io.clearmltenants.plan.Plan;

/** Asks the user before anything is changed. */
@FunctionalInterface
public interface Confirmation {

    /** Returns where the user agrees; throws {@link NotConfirmed} where not. */
    void confirm(Plan plan);
}
