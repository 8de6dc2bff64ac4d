package io.clearmltenants.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.tenant.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexNamesTest {
    private final IndexNames abc = new IndexNames(new TenantId("ABC"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events-log-abc",
                "events-plot-abc",
                "events-training_debug_image-abc",
                "events-training_stats_scalar-abc",
                "events-training_stats_vector-abc"
            })
    void theFiveEventsIndicesAreTheTenants(String index) {
        assertThat(abc.eventsFamily(index)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue_metrics_abc_2024-01",
                "worker_stats_abc_2026-12",
                "serving_stats_abc_2025-10"
            })
    void monthlyStatisticsAreTheTenants(String index) {
        assertThat(abc.statisticsFamily(index)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events-log-abc2", "events-log-x-abc", "events-log-", "events-log-ABC",
                        "events-other-abc", "xevents-log-abc", "events-log-abc-reindexed",
                "worker_stats_abc_x_2024-01", "worker_stats_abc2_2024-01",
                        "worker_stats_abc_2024-13", "worker_stats_abc_2024-w05", "worker_stats_abc",
                        "worker_stats__2024-01", "worker_stats_abc_2024-01_2024-02"
            })
    void aNameThatMerelyContainsTheIdIsNot(String index) {
        assertThat(abc.own(index)).isFalse();
    }

    @Test
    void anIdWithADotMatchesThatDotAlone() {
        assertThat(new IndexNames(new TenantId("a.c")).own("events-log-abc")).isFalse();
    }

    @Test
    void aCompanyThatNoUserCouldNameHasItsIndexNamesToo() {
        assertThat(IndexNames.ofCompany("[x]").own("events-log-[x]")).isTrue();
    }
}
