package io.clearmltenants.pause;

import io.clearmltenants.connect.Writer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What a run has stopped and must start again; written before it stops anything.
 *
 * @param schema the form of this record in JSON
 * @param writers in the order in which they are stopped
 */
@RegisterForReflection
public record StoppedWriters(String schema, List<Writer> writers) {
    static final String SCHEMA = "clearml-tenants/stopped-writers/1";
}
