package io.clearmltenants.tenant;

import java.util.List;
import java.util.stream.Stream;

/**
 * The identifiers of a tenant's objects. Redis keys and file names carry them instead of the
 * tenant's own, so they are exported before their documents go.
 */
public interface KnownIds {

    /**
     * Each identifier at least once, those of queues once and ascending; a stream, since a tenant
     * may have millions of tasks. The caller closes it.
     */
    Stream<String> stream(IdKind kind);

    /** These and those of another source. */
    default KnownIds and(KnownIds others) {
        return kind -> MergedIds.of(List.of(() -> stream(kind), () -> others.stream(kind)));
    }
}
