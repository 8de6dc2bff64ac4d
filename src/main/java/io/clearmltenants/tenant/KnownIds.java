package io.clearmltenants.tenant;

import java.util.stream.Stream;

/**
 * The identifiers of a tenant's objects. Redis keys and file names carry them instead of the
 * tenant's own, so they are exported before their documents go.
 */
public interface KnownIds {

    /** A stream, since a tenant may have millions of tasks; the caller closes it. */
    Stream<String> stream(IdKind kind);

    /** These and those of another source; what both know comes twice. */
    default KnownIds and(KnownIds others) {
        return kind -> Stream.concat(stream(kind), others.stream(kind));
    }
}
