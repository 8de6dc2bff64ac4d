package io.clearmltenants.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clearmltenants.connect.UnclearSite;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResumableJobsTest {
    private static final ResumableJobs MINE = new ResumableJobs("me@here", "clearml");
    private static final ResumableJobs OTHERS = new ResumableJobs("you@there", "clearml");
    private static final ResumableJobs ELSEWHERE = new ResumableJobs("me@here", "blue");

    @Test
    void theNewestJobOfTheTenantIsResumed() {
        assertThat(
                        picked(
                                Optional.of("acme"),
                                Optional.empty(),
                                job("old", MINE, "delete", "acme", "2026-01-31T12:00:00Z"),
                                job("new", MINE, "delete", "acme", "2026-01-31T13:00:00Z"),
                                job("other", MINE, "delete", "guests", "2026-01-31T14:00:00Z")))
                .isEqualTo("new");
    }

    @Test
    void aJobOfAnotherOperatorReleaseOrCommandIsNotTakenHoweverNew() {
        JsonNode[] jobs = {
            job("theirs", OTHERS, "delete", "acme", "2026-01-31T13:00:00Z"),
            job("elsewhere", ELSEWHERE, "delete", "acme", "2026-01-31T14:00:00Z"),
            job("verifying", MINE, "verify", "acme", "2026-01-31T15:00:00Z")
        };

        assertThatThrownBy(() -> picked(Optional.of("acme"), Optional.empty(), jobs))
                .isInstanceOf(UnclearSite.class)
                .hasMessage(
                        "There is no Job of me@here for acme on the release 'clearml' that could be resumed.");
    }

    @Test
    void aRunIsResumedByTheJobThatBeganItNotByALaterOne() {
        JsonNode[] jobs = {
            job("first", MINE, "delete", "acme", "2026-01-31T12:00:00Z"),
            job("second", MINE, "delete", "acme", "2026-01-31T13:00:00Z"),
            job("other", MINE, "delete", "guests", "2026-01-31T12:00:01Z")
        };

        assertThat(picked(Optional.empty(), Optional.of("20260131T120004Z-acme-1a2b3c4d"), jobs))
                .isEqualTo("first");
    }

    @Test
    void severalTenantsWithoutAnIdAreNotGuessed() {
        assertThatThrownBy(
                        () ->
                                picked(
                                        Optional.empty(),
                                        Optional.empty(),
                                        job("a", MINE, "delete", "acme", "2026-01-31T12:00:00Z"),
                                        job("b", MINE, "delete", "guests", "2026-01-31T13:00:00Z")))
                .isInstanceOf(UnclearSite.class)
                .hasMessageContaining("acme, guests");
    }

    private static String picked(Optional<String> tenant, Optional<String> run, JsonNode... jobs) {
        return MINE.pick(List.of(jobs), tenant, run).at("/metadata/name").asText();
    }

    private static JsonNode job(
            String name, ResumableJobs owner, String command, String tenant, String created) {
        ObjectNode job = new ObjectMapper().createObjectNode();
        ObjectNode metadata =
                job.putObject("metadata").put("name", name).put("creationTimestamp", created);
        owner.labels(command, tenant).forEach(metadata.putObject("labels")::put);
        owner.annotations(tenant).forEach(metadata.putObject("annotations")::put);
        return job;
    }
}
