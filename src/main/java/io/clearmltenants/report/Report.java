package io.clearmltenants.report;

import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.tenant.Tenant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * The proof of one run, for people, for scripts and for the auditor.
 *
 * @param schema the form of this record in JSON
 * @param run the run's name
 * @param tool name and version of this program
 * @param tenant whose data went
 * @param operator who ran it: user, host and process
 * @param started when the run began
 * @param finished when it ended
 * @param servers each server with its version and identity, in words
 * @param scope the stores that the run was restricted to, or the phases of a store that it did not
 *     cover whole; empty if it covered all
 * @param phases what each phase came to, in order
 * @param leftovers what the second look found
 * @param kept what looks like the tenant's and was left for a person
 * @param warnings what the plan warned of
 * @param outOfReach what no run of this tool can erase, in plain words
 * @param planDigest SHA-256 of the plan that was executed
 * @param journalDigest SHA-256 of the whole journal, as {@code sha256sum} shows it
 * @param outcome how it ended
 */
@RegisterForReflection
public record Report(
        String schema,
        String run,
        String tool,
        Tenant tenant,
        String operator,
        Instant started,
        Instant finished,
        List<String> servers,
        List<String> scope,
        List<PhaseResult> phases,
        List<Leftover> leftovers,
        List<Finding.Kept> kept,
        List<String> warnings,
        List<String> outOfReach,
        String planDigest,
        String journalDigest,
        Outcome outcome) {
    public static final String SCHEMA = "clearml-tenants/report/1";
}
