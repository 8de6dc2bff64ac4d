package io.clearmltenants.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.json.SealedJson;
import io.clearmltenants.phase.PhaseName;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalRendererTest {
    private final Captured out = new Captured();
    private final Captured err = new Captured();
    private final ManualClock clock = new ManualClock();

    @Test
    void aRunningPhaseHasALineWithCountsRateAndTimeLeft() {
        try (TerminalRenderer renderer = renderer(Map.of("COLUMNS", "100"))) {
            renderer.accept(new Event.PhaseStarted(PhaseName.DOCUMENTS, 3, 10_000, "documents"));
            renderer.accept(new Event.ChunkErased(PhaseName.DOCUMENTS, "backend.task", 2_500));

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () ->
                                    assertThat(screen())
                                            .matches(
                                                    "  documents   25% .*█.* 2,500 of 10,000 documents \\(\\d:\\d\\d:\\d\\d\\) [\\d,]+/s, \\d+ s left"));
            assertThat(screen().length()).isLessThan(100);
        }
    }

    @Test
    void aFinishedPhaseLeavesOneLineBehind() {
        try (TerminalRenderer renderer = renderer(Map.of())) {
            renderer.accept(new Event.PhaseStarted(PhaseName.QUEUES, 0, 0, "documents"));
            renderer.accept(new Event.PhaseFinished(PhaseName.QUEUES, 0, true));
            renderer.accept(new Event.PhaseStarted(PhaseName.DOCUMENTS, 3, 10_000, "documents"));
            clock.pass(Duration.ofSeconds(130));
            renderer.accept(new Event.PhaseFinished(PhaseName.DOCUMENTS, 10_000, true));
        }

        assertThat(screen().lines())
                .containsExactly(
                        "  queues              nothing to erase",
                        "  documents           10,000 documents erased in 2 min 10 s");
    }

    @Test
    void aPhaseThatEndsAtOnceLeavesNoBarBehind() {
        try (TerminalRenderer renderer = renderer(Map.of())) {
            for (int phase = 0; phase < 200; phase++) {
                renderer.accept(new Event.PhaseStarted(PhaseName.FILES, 1, 1, "files"));
                renderer.accept(new Event.PhaseFinished(PhaseName.FILES, 1, true));
            }
        }

        assertThat(screen().lines())
                .hasSize(200)
                .containsOnly("  files               1 file erased in less than 1 s");
    }

    @Test
    void linesThatStayAreAboveTheLinesThatMove() {
        try (TerminalRenderer renderer = renderer(Map.of())) {
            renderer.accept(new Event.PhaseStarted(PhaseName.FILES, 1, 10, "files"));
            renderer.accept(new Event.PhaseStarted(PhaseName.EVENTS, 1, 10, "documents"));
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(screen().lines()).hasSize(2));
            renderer.accept(new Event.ItemFailed(PhaseName.FILES, "/mnt/a", "Permission denied"));

            assertThat(screen().lines())
                    .first()
                    .isEqualTo("files: /mnt/a is not erased: Permission denied");
            assertThat(screen().lines()).hasSize(3);
        }
        assertThat(screen()).isEqualTo("files: /mnt/a is not erased: Permission denied");
    }

    @Test
    void aWaitIsCountedDownOnOneLineThatGoes() {
        try (TerminalRenderer renderer = renderer(Map.of())) {
            renderer.accept(new Event.Waiting("a minute", Duration.ofSeconds(2)));
            renderer.accept(new Event.Waiting("a minute", Duration.ofSeconds(1)));
            assertThat(screen()).isEqualTo("waiting 1 s: a minute");
            renderer.accept(new Event.StageStarted("verify"));
        }
        assertThat(screen()).isEqualTo("Looking for leftovers, by other queries");
    }

    @Test
    void coloursAreUsedUnlessNoColorIsSet() {
        Event failure = new Event.ItemFailed(PhaseName.FILES, "/mnt/a", "Permission denied");
        try (TerminalRenderer renderer = renderer(Map.of())) {
            renderer.accept(failure);
        }
        assertThat(err.text()).contains("\u001b[31mfiles: /mnt/a");

        Captured plain = new Captured();
        try (TerminalRenderer renderer = renderer(Map.of("NO_COLOR", "1"), plain)) {
            renderer.accept(failure);
            renderer.accept(new Event.StageStarted("erase"));
            renderer.accept(new Event.PhaseStarted(PhaseName.FILES, 1, 10, "files"));
            renderer.accept(new Event.PhaseFinished(PhaseName.FILES, 9, false));
        }
        assertThat(plain.text()).doesNotContainPattern("\u001b\\[[\\d;]*m");
    }

    @Test
    void whatAnEventHoldsCannotSpeakToTheTerminal() {
        try (TerminalRenderer renderer = renderer(Map.of("NO_COLOR", "1"))) {
            renderer.accept(new Event.Notice("\u001b[2J\u009b31m\rname"));
            renderer.accept(new Event.Retrying("\u0007", "\u001b]0;title\u0007", 1));
            renderer.accept(new Event.Waiting("\u001b[2J", Duration.ofSeconds(2)));
        }

        assertThat(err.text())
                .contains("\\u001B[2J\\u009B31m\\u000Dname")
                .doesNotContain("\u001b[2J", "\u009b", "\u0007");
    }

    @Test
    void theReportAloneIsTheResult() {
        TerminalRenderer renderer = renderer(Map.of());
        renderer.plan(Examples.plan());
        renderer.summary(Examples.report(Outcome.COMPLETE));

        assertThat(out.text()).startsWith("Certificate of deletion");
        assertThat(err.text()).startsWith(PlanText.of(Examples.plan()));
    }

    private TerminalRenderer renderer(Map<String, String> environment) {
        return renderer(environment, err);
    }

    private TerminalRenderer renderer(Map<String, String> environment, Captured lines) {
        return new TerminalRenderer(
                OutputChoice.of(false, false, true, environment),
                new ReportText(new ReportFile(new SealedJson(JsonMapping.objectMapper()))),
                out.stream(),
                lines.stream(),
                clock);
    }

    private String screen() {
        return Screen.of(err.text());
    }
}
