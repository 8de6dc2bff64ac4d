package io.clearmltenants.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.json.SealedJson;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Store;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTextTest {
    private final ReportText text =
            new ReportText(new ReportFile(new SealedJson(JsonMapping.objectMapper())));

    @Test
    void aCertificateSaysWhoWhenWhereWhatAndWhatNot() {
        assertThat(text.of(Examples.report(Outcome.ITEMS_LEFT)))
                .isEqualTo(
                        """
                        Certificate of deletion

                        The run finished, but not everything of the tenant Acme Research
                        (6a1f0c2e9b7d4f58a3c1e0d2b4f69788) was erased: 1 item could not be erased, 1 kept for review.

                        Tenant   Acme Research (6a1f0c2e9b7d4f58a3c1e0d2b4f69788)
                        Run      20260203T040506-acme
                        By       alice@server-1, process 4711
                        With     clearml-tenants 0.1.0
                        Began    2026-02-03T04:05:06Z
                        Ended    2026-02-03T04:07:16Z, after 2 min 10 s
                        Scope    everything
                        Servers  MongoDB 7.0.22, replica set rs0, mongo:27017
                                 Elasticsearch 8.17.0, cluster clearml, elasticsearch:9200

                        What was erased
                        Phase     | Store   | Items |                Found |     Erased | Gone already | Left
                        ----------+---------+-------+----------------------+------------+--------------+------
                        freeze    | mongo   |     1 |              3 users |          3 |            0 |    0
                        files     | files   |     1 |         48,213 files |     48,212 |            0 |    1
                        documents | mongo   |     3 |  1,234,609 documents |  1,234,600 |            9 |    0
                        events    | elastic |     2 | 12,005,400 documents | 12,005,400 |            0 |    0

                        What the run covered, by name
                        Phase     | Name
                        ----------+--------------------------------------------------------------
                        freeze    | auth.user
                        files     | /mnt/fileserver/6a1f0c2e9b7d4f58a3c1e0d2b4f69788
                        documents | backend.task
                        documents | backend.model
                        documents | backend.project
                        events    | events-log-6a1f0c2e9b7d4f58a3c1e0d2b4f69788
                        events    | events-training_debug_image-6a1f0c2e9b7d4f58a3c1e0d2b4f69788

                        Not erased
                        -  files: /mnt/fileserver/6a1f0c2e9b7d4f58a3c1e0d2b4f69788: a/b.bin cannot be removed:
                           Operation not permitted

                        Verification
                        Nothing of the tenant was found.

                        Kept for review
                        Store   | What                                              | Why
                        --------+---------------------------------------------------+------------------------------------
                        elastic | worker_stats_6a1f0c2e9b7d4f58a3c1e0d2b4f69788_old | its name is like a statistics
                                |                                                   | index of the tenant but ends in no
                                |                                                   | month

                        Warnings
                        -  2 agents of the tenant reported in the last 10 minutes; stop them, or they write while the
                           tenant is erased.

                        Out of reach of this tool
                        -  Objects in external storage (S3, Google Cloud Storage, Azure) are not erased. The URLs of
                           the tenant's models and of its tasks' artifacts were read when the plan was made: each place
                           outside of the fileserver that they point to stands under Warnings, so erase it there. URLs
                           within events (debug images, plots) were not read.
                        -  Backups and snapshots of MongoDB, Elasticsearch, Redis and the file system keep the tenant's
                           data until they expire.
                        -  Log files of the API server, the fileserver and the databases (usually under
                           /opt/clearml/logs) keep names of files and identifiers until they are rotated away.
                        -  A bearer token that the tenant's users were given earlier stays valid until it expires, by
                           default after up to 30 days, and can write again; only a new token secret on the server ends
                           it, and logs everybody out.
                        -  Copies that users downloaded, and the caches of agents and of the SDK on their machines, are
                           theirs.
                        -  An Enterprise server's log of API calls is one Elasticsearch index for all tenants and keeps
                           the entries that name this one.
                        -  An Enterprise server's usage aggregator keeps its figures in a database of its own.

                        Digests (SHA-256)
                        plan         1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f
                        journal      2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e
                        this report  7a17f14f3388a1d07bfc5bb4d971f5f8975a7506290fbb4b4448b6de5deca376
                        Check the journal with `sha256sum journal.jsonl` in the run's folder.
                        """);
    }

    @ParameterizedTest
    @EnumSource
    void noLineIsWiderThanATerminalOf120Columns(Outcome outcome) {
        assertThat(text.of(Examples.report(outcome)).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void aCompleteRunSaysThatNothingIsLeft() {
        assertThat(OutcomeText.sentence(Examples.report(Outcome.COMPLETE)))
                .isEqualTo(
                        "Everything of the tenant Acme Research (6a1f0c2e9b7d4f58a3c1e0d2b4f69788) that this tool reaches was erased, and a second look found nothing.");
    }

    @Test
    void aRunOfSomeStoresClaimsNoMoreThanThose() {
        Report some = with(Outcome.COMPLETE, List.of("mongo", "redis"), List.of());

        assertThat(text.of(some))
                .contains("Everything in mongo, redis of the tenant")
                .contains("Not part of this run, and not\nlooked at: files, elastic.")
                .contains(
                        "Nothing of the tenant was found in mongo, redis; nobody looked elsewhere.")
                .contains("Scope    only mongo, redis");
    }

    @Test
    void aStoreThatTheUserLeftOutStandsInTheHeadline() {
        Report kept =
                with(
                        Outcome.ITEMS_LEFT,
                        List.of("mongo", "elastic", "redis"),
                        List.of(Finding.Kept.whole(Store.FILES, "left out with --without files")));

        assertThat(OutcomeText.sentence(kept))
                .isEqualTo(
                        "The run finished, but not everything of the tenant Acme Research (6a1f0c2e9b7d4f58a3c1e0d2b4f69788) was erased: all that it has in files was kept and not looked at, since the user left it out.");
        assertThat(text.of(kept))
                .contains("files | everything of the tenant | left out with --without files")
                .doesNotContain("Everything in");
    }

    private static Report with(Outcome outcome, List<String> scope, List<Finding.Kept> kept) {
        Report all = Examples.report(Outcome.COMPLETE);
        return new Report(
                all.schema(),
                all.run(),
                all.tool(),
                all.tenant(),
                all.operator(),
                all.started(),
                all.finished(),
                all.servers(),
                scope,
                all.phases(),
                all.leftovers(),
                kept,
                all.warnings(),
                all.outOfReach(),
                all.planDigest(),
                all.journalDigest(),
                outcome);
    }

    @Test
    void leftoversAreListed() {
        assertThat(text.of(Examples.report(Outcome.LEFTOVERS)))
                .contains("a second look found something of the tenant")
                .contains("elastic | events-log-" + Examples.ID + " |     7");
    }
}
