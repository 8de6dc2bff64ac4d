package io.clearmltenants.report;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How a run ended. */
@RegisterForReflection
public enum Outcome {
    /** Erased, and the second look found nothing. */
    COMPLETE,
    /** Finished, but an item could not be erased or was kept for review. */
    ITEMS_LEFT,
    /** Finished, but the second look found something. */
    LEFTOVERS
}
