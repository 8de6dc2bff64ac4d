package io.clearmltenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.journal.Entry;
import io.clearmltenants.journal.Journal;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.journal.RunRequest;
import io.clearmltenants.journal.Runs;
import io.clearmltenants.json.Digests;
import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.json.SealedJson;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.Store;
import io.clearmltenants.report.Examples;
import io.clearmltenants.report.Outcome;
import io.clearmltenants.report.Report;
import io.clearmltenants.report.ReportFile;
import io.clearmltenants.report.ToolVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReporterTest {
    private static final Finding.Kept KEPT = new Finding.Kept(Store.ELASTIC, "odd-index", "odd");
    private static final Leftover LEFTOVER = new Leftover(PhaseName.EVENTS, "events-log", 7);

    @TempDir Path state;
    private RunFolder run;
    private Reporter reporter;

    @BeforeEach
    void open() {
        run =
                new Runs(state, JsonMapping.objectMapper(), warning -> {})
                        .create(
                                new RunRequest(
                                        RunRequest.SCHEMA,
                                        "run-1",
                                        Examples.ACME,
                                        EnumSet.allOf(PhaseName.class),
                                        "root@host",
                                        Instant.EPOCH));
        reporter =
                new Reporter(
                        new ReportFile(new SealedJson(JsonMapping.objectMapper())),
                        new ToolVersion());
    }

    @Test
    void theReportHasTheDigestOfTheWholeJournal() {
        Report report = report(List.of(), List.of(), List.of(), Map.of());

        assertThat(report.journalDigest()).isEqualTo(Digests.sha256Hex(run.journalFile()));
        assertThat(run.entries().map(Entry::step)).endsWith(Entry.Step.RUN_FINISHED);
        assertThat(run.complete()).isTrue();
    }

    @Test
    void aResumedRunsReportHasTheDigestOfTheJournalAsItIsThen() {
        Report first = report(List.of(), List.of(KEPT), List.of(), Map.of());
        Report second = report(List.of(), List.of(), List.of(), Map.of());

        assertThat(second.journalDigest())
                .isEqualTo(Digests.sha256Hex(run.journalFile()))
                .isNotEqualTo(first.journalDigest());
    }

    @Test
    void whatIsLeftOrKeptOrFoundAgainMakesARunThatCanBeResumed() {
        assertThat(report(Examples.plan().items(), List.of(), List.of(), Map.of()).outcome())
                .isEqualTo(Outcome.ITEMS_LEFT);
        assertThat(report(List.of(), List.of(KEPT), List.of(), Map.of()).outcome())
                .isEqualTo(Outcome.ITEMS_LEFT);
        assertThat(report(List.of(), List.of(), List.of(LEFTOVER), Map.of()).outcome())
                .isEqualTo(Outcome.LEFTOVERS);
        assertThat(
                        report(
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        Map.of(PhaseName.FILES, List.of("a/b: no permission")))
                                .outcome())
                .isEqualTo(Outcome.ITEMS_LEFT);
        assertThat(run.finished()).isTrue();
        assertThat(run.complete()).isFalse();
    }

    private Report report(
            List<Item> left,
            List<Finding.Kept> kept,
            List<Leftover> leftovers,
            Map<PhaseName, List<String>> failures) {
        try (Journal journal = run.openJournal()) {
            return reporter.report(
                    run,
                    journal,
                    Examples.plan(),
                    Scope.all(),
                    List.of(),
                    failures,
                    left,
                    kept,
                    leftovers);
        }
    }
}
