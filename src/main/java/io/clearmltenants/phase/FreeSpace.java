package io.clearmltenants.phase;

import java.util.Locale;

/**
 * How much room a store has.
 *
 * @param free in bytes
 * @param total in bytes
 */
public record FreeSpace(long free, long total) {
    private static final double GIGABYTE = 1e9;

    /** In words for a person. */
    public String text() {
        return String.format(
                Locale.ROOT, "%.1f of %.1f GB free", free / GIGABYTE, total / GIGABYTE);
    }
}
