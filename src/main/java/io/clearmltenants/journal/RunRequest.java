package io.clearmltenants.journal;

import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.Tenant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Set;

/**
 * What a run was asked to do, so that it can be resumed as the same run.
 *
 * @param schema the form of this record in JSON
 * @param run the run's name
 * @param tenant whose data goes
 * @param phases the phases that it covers
 * @param operator who started it: user, host
 * @param started when
 */
@RegisterForReflection
public record RunRequest(
        String schema,
        String run,
        Tenant tenant,
        Set<PhaseName> phases,
        String operator,
        Instant started) {
    public static final String SCHEMA = "clearml-tenants/run/1";
}
