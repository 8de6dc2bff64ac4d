package io.clearmltenants.files;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * Folders that belong to a tenant's tasks.
 *
 * @param folders how many
 * @param unreadable how many could not be looked into
 */
@RegisterForReflection
record TaskCount(long folders, long unreadable) {

    /** Knows which tasks are the tenant's. */
    @FunctionalInterface
    interface Owner {

        /**
         * How many folders are the tenant's.
         *
         * @param folders the number of folders by the id of their task
         */
        long owned(Map<String, Long> folders);
    }
}
