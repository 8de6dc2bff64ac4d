package io.clearmltenants.phase;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Something of the tenant that is still there.
 *
 * @param phase the phase that should have erased it
 * @param locator its exact name, for people
 * @param count how many documents, keys or files
 */
@RegisterForReflection
public record Leftover(PhaseName phase, String locator, long count) {

    /** The store where it is. */
    public Store store() {
        return phase.store();
    }
}
