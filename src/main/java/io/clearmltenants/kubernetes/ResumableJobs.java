package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.connect.UnclearSite;
import io.clearmltenants.journal.Operator;
import io.clearmltenants.json.Digests;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * By what the Jobs of deletions are known again: who started them, on which release, for which
 * tenant. One that is another's in any of these is not resumed, whatever its age.
 *
 * @param operator who runs this command
 * @param release the installation's name
 */
record ResumableJobs(String operator, String release) {
    private static final String OPERATOR = "clearml-tenants/operator";
    private static final String RELEASE = "clearml-tenants/release";
    private static final String TENANT = "clearml-tenants/tenant";
    private static final String COMMAND = "clearml-tenants/command";

    /** The tenant in words, which a label cannot always hold. */
    private static final String TENANT_ID = "clearml-tenants/tenant-id";

    private static final Set<String> DELETING =
            Set.of("delete", "delete-company-data-from-mongo", "cleanup-deleted-companies");

    /** Long enough to be nobody else's. */
    private static final int DIGITS = 40;

    static ResumableJobs of(Release release) {
        return new ResumableJobs(Operator.current().toString(), release.name());
    }

    /** The labels of a Job that does a command. */
    Map<String, String> labels(String command, String tenant) {
        return Map.of(
                OPERATOR,
                digest(operator),
                RELEASE,
                digest(release),
                TENANT,
                digest(tenant),
                COMMAND,
                command);
    }

    Map<String, String> annotations(String tenant) {
        return Map.of(TENANT_ID, tenant);
    }

    /** Whom a Job is about. */
    static String tenant(JsonNode job) {
        return job.at("/metadata/annotations").path(TENANT_ID).asText();
    }

    /**
     * The Job to resume.
     *
     * @param jobs all of this program
     * @param tenant the only one that is meant; empty for any
     * @param run the run that is meant; empty for the newest
     * @throws UnclearSite if there is none, or if there are several tenants and none is named
     */
    JsonNode pick(List<JsonNode> jobs, Optional<String> tenant, Optional<String> run) {
        List<JsonNode> mine =
                jobs.stream()
                        .filter(job -> has(job, OPERATOR, digest(operator)))
                        .filter(job -> has(job, RELEASE, digest(release)))
                        .filter(job -> DELETING.contains(label(job, COMMAND)))
                        .filter(job -> tenant.map(id -> has(job, TENANT, digest(id))).orElse(true))
                        .filter(job -> run.map(name -> mayBe(job, name)).orElse(true))
                        .toList();
        Set<String> tenants =
                mine.stream().map(ResumableJobs::tenant).collect(Collectors.toUnmodifiableSet());
        if (tenants.size() > 1) {
            throw new UnclearSite(
                    "You have Jobs for several tenants here (%s); say which with `delete ID --resume`."
                            .formatted(
                                    tenants.stream().sorted().collect(Collectors.joining(", "))));
        }
        return mine.stream()
                .max(Comparator.comparing(ResumableJobs::created))
                .orElseThrow(
                        () ->
                                new UnclearSite(
                                        "There is no Job of %s for %s on the release '%s' that could be resumed."
                                                .formatted(
                                                        operator,
                                                        tenant.or(() -> run).orElse("any tenant"),
                                                        release)));
    }

    /** A run's name says when it began, in the Job that was made before, and whom it is about. */
    private static boolean mayBe(JsonNode job, String run) {
        String[] parts = run.split("-");
        String letters = tenant(job).replaceAll("[^A-Za-z0-9]", "");
        return parts.length == 3
                && letters.startsWith(parts[1])
                && created(job).replaceAll("[-:]", "").compareTo(parts[0]) <= 0;
    }

    private static String created(JsonNode job) {
        return job.at("/metadata/creationTimestamp").asText();
    }

    private static boolean has(JsonNode job, String label, String value) {
        return label(job, label).equals(value);
    }

    private static String label(JsonNode job, String name) {
        return job.at("/metadata/labels").path(name).asText();
    }

    private static String digest(String text) {
        return Digests.sha256Hex(text).substring(0, DIGITS);
    }
}
