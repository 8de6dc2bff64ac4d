package io.clearmltenants.phase;

import io.clearmltenants.tenant.Target;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells the URLs by which a tenant's documents name files; reads only. */
public interface FileUrls {

    /** Reads them as a stream, since there may be millions. */
    <T> T read(Target target, Function<Stream<String>, T> reader);
}
