package io.clearmltenants.phase;

import io.clearmltenants.tenant.Target;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks at a store for what a person should know; each implementation is a CDI bean and reads only.
 */
public interface Observer {

    /** The store that is looked at. */
    Store store();

    Stream<Finding> observe(Target target);

    /**
     * What can be said of the tenant's things in the store although the run leaves it out; empty if
     * that would take a server that may not be there.
     */
    default Optional<String> ofLeftOut(Target target) {
        return Optional.empty();
    }
}
