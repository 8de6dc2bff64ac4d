package io.clearmltenants.phase;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Something of the tenant that is still there.
 *
 * @param store where
 * @param locator its exact name, for people
 * @param count how many documents, keys or files
 */
@RegisterForReflection
public record Leftover(Store store, String locator, long count) {}
