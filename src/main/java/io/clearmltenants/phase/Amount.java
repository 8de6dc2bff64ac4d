package io.clearmltenants.phase;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How much there is of something.
 *
 * @param count how many units
 * @param unit what is counted, in the plural ("documents", "files", "keys")
 * @param bytes their size on the server, in bytes; {@link #UNKNOWN} if asking would be expensive
 */
@RegisterForReflection
public record Amount(long count, String unit, long bytes) {
    public static final long UNKNOWN = -1;

    /** An amount whose size in bytes is not known. */
    public static Amount of(long count, String unit) {
        return new Amount(count, unit, UNKNOWN);
    }
}
