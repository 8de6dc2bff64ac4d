package io.clearmltenants.phase;

import io.clearmltenants.tenant.Target;
import java.util.stream.Stream;

/**
 * Looks at a store for what a person should know; each implementation is a CDI bean and reads only.
 */
public interface Observer {

    /** The store that is looked at. */
    Store store();

    Stream<Finding> observe(Target target);
}
