package io.clearmltenants.phase;

/**
 * Something of the tenant that is still there.
 *
 * @param store where
 * @param locator its exact name, for people
 * @param count how many documents, keys or files
 */
public record Leftover(Store store, String locator, long count) {}
