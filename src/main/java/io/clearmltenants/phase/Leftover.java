package io.clearmltenants.phase;

/**
 * Something of the tenant that is still there.
 *
 * @param phase the phase that should have erased it
 * @param locator its exact name, for people
 * @param count how many documents, keys or files
 */
public record Leftover(PhaseName phase, String locator, long count) {}
