package io.clearmltenants.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTextTest {

    @Test
    void aPlanSaysWhatGoesWhyAndInWhichOrder() {
        assertThat(PlanText.of(Examples.plan()))
                .isEqualTo(
                        """
                        Plan: erase the tenant Acme Research (6a1f0c2e9b7d4f58a3c1e0d2b4f69788)

                        Made         2026-02-03T04:05:06Z
                        Servers      MongoDB 7.0.22, replica set rs0, mongo:27017
                                     Elasticsearch 8.17.0, cluster clearml, elasticsearch:9200
                        In all       13,290,009 documents, 48,213 files, 12 keys, 3 users; at least 97.0 GB
                        Takes about  12 min 41 s, at 2,000 documents, 1,000 files, 5,000 keys and 2 indices a second,
                                     and 1 min 10 s before the second look

                        What is erased, in this order                                    |             How much |     Size
                        -----------------------------------------------------------------+----------------------+----------
                        freeze, in mongo: their API credentials are for the tenant       |                      |
                          collection auth.user                                           |              3 users |        -
                        files: its name is the tenant's id                               |                      |
                          folder /mnt/fileserver/6a1f0c2e9b7d4f58a3c1e0d2b4f69788        |         48,213 files |  91.2 GB
                        documents, in mongo: its field company is the tenant's id        |                      |
                          collection backend.task                                        |  1,234,567 documents |   2.3 GB
                          collection backend.model                                       |         41 documents |  82.0 kB
                          collection backend.project                                     |           1 document |    900 B
                        events, in elastic: its name ends in the tenant's id             |                      |
                          index events-log-6a1f0c2e9b7d4f58a3c1e0d2b4f69788              | 12,000,000 documents |   3.4 GB
                          index                                                          |      5,400 documents |   4.2 MB
                        events-training_debug_image-6a1f0c2e9b7d4f58a3c1e0d2b4f69788     |                      |
                        redis: they name a worker of the tenant                          |                      |
                          keys workers, database 4                                       |              12 keys |        -
                        statistics, in elastic: its name carries the tenant's id and a   |                      |
                        month                                                            |                      |
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-01   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-02   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-03   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-04   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-05   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-06   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-07   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-08   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-09   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-10   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-11   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-12   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-01   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-02   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-03   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-04   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-05   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-06   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-07   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-08   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-09   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-10   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-11   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-12   |      1,000 documents | 250.0 kB
                          index queue_metrics_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2026-01   |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-01    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-02    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-03    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-04    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-05    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-06    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-07    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-08    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-09    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-10    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-11    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2024-12    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-01    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-02    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-03    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-04    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-05    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-06    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-07    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-08    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-09    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-10    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-11    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2025-12    |      1,000 documents | 250.0 kB
                          index worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_2026-01    |      1,000 documents | 250.0 kB

                        Kept for review
                        Store   | What                                              | Why
                        --------+---------------------------------------------------+------------------------------------
                        elastic | worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_old | its name is like a statistics
                                |                                                   | index of the tenant but ends in no
                                |                                                   | month

                        Warnings
                        -  2 agents of the tenant reported in the last 10 minutes; stop them, or they write while the
                           tenant is erased.
                        """);
    }

    @Test
    void noLineIsWiderThanATerminalOf100Columns() {
        assertThat(PlanText.of(Examples.plan()).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void aNameThatIsTooLongIsWrappedAndNotCut() {
        String folder = "/" + "data/".repeat(40) + Examples.ID;
        String text = PlanText.of(plan(item(folder)));

        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(text.replaceAll("[ |\\n]+", "")).contains(folder);
    }

    @Test
    void everyIndexIsShownByItsName() {
        String text =
                PlanText.of(
                        plan(
                                item("queue_metrics_a_2024-12"),
                                item("queue_metrics_a_2025-01"),
                                item("queue_metrics_a"),
                                item("queue_metrics_b_2025-01")));

        assertThat(text)
                .contains("folder queue_metrics_a_2024-12 ")
                .contains("folder queue_metrics_a_2025-01 ")
                .contains("folder queue_metrics_a ")
                .contains("folder queue_metrics_b_2025-01 ");
    }

    @Test
    void aTenantOfWhichNothingIsLeftIsSaidToHaveNothing() {
        assertThat(PlanText.of(plan()))
                .contains("In all       nothing")
                .contains("Nothing of this tenant was found.");
    }

    @Test
    void aNameCannotSpeakToTheTerminal() {
        Plan plan =
                new Plan(
                        Plan.SCHEMA,
                        new Tenant(
                                new TenantId("1"),
                                Optional.of("\u001b[2J\u009b31mAcme\r\nTakes about  1 s\u202e")),
                        Examples.plan().created(),
                        List.of(),
                        false,
                        List.of(item("\u001b]0;title\u0007")),
                        List.of(),
                        List.of(),
                        "");

        String text = PlanText.of(plan);

        assertThat(text)
                .contains("\\u001B[2J\\u009B31mAcme\\u000D\\u000ATakes about  1 s\\u202E (1)")
                .contains("folder \\u001B]0;title\\u0007");
        assertThat(text.chars().filter(Character::isISOControl)).containsOnly((int) '\n');
    }

    private static Item item(String folder) {
        return Examples.item(
                PhaseName.FILES, "folder", folder, Amount.of(1, "files"), "its name says so");
    }

    private static Plan plan(Item... items) {
        return new Plan(
                Plan.SCHEMA,
                Examples.ACME,
                Examples.plan().created(),
                List.of(),
                false,
                List.of(items),
                List.of(),
                List.of(),
                "");
    }
}
