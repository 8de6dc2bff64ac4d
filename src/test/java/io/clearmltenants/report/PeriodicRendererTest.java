package io.clearmltenants.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.json.SealedJson;
import io.clearmltenants.phase.PhaseName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodicRendererTest {
    private final Captured out = new Captured();
    private final Captured err = new Captured();
    private final ManualClock clock = new ManualClock();
    private final List<Duration> intervals = new ArrayList<>();
    private final List<Runnable> beats = new ArrayList<>();
    private boolean stopped;
    private final PeriodicRenderer renderer =
            new PeriodicRenderer(
                    new ReportText(new ReportFile(new SealedJson(JsonMapping.objectMapper()))),
                    out.stream(),
                    err.stream(),
                    clock,
                    (interval, beat) -> {
                        intervals.add(interval);
                        beats.add(beat);
                        return () -> stopped = true;
                    });

    @Test
    void aPhaseHasALineAtItsBeginningOneEach30SecondsAndOneAtItsEnd() {
        renderer.accept(new Event.PhaseStarted(PhaseName.DOCUMENTS, 3, 10_000, "documents"));
        for (int chunk = 0; chunk < 60; chunk++) {
            clock.pass(Duration.ofSeconds(1));
            renderer.accept(new Event.ChunkErased(PhaseName.DOCUMENTS, "backend.task", 100));
            if (chunk % 30 == 29) {
                beats.getFirst().run();
            }
        }
        clock.pass(Duration.ofSeconds(40));
        renderer.accept(new Event.PhaseFinished(PhaseName.DOCUMENTS, 10_000, true));
        beats.getFirst().run();

        assertThat(intervals).containsExactly(Duration.ofSeconds(30));
        assertThat(err.text())
                .isEqualTo(
                        """
                        2026-02-03T04:05:06Z documents: erasing 10,000 documents in 3 items
                        2026-02-03T04:05:36Z documents: 3,000 of 10,000 documents, 100/s, 1 min 10 s left
                        2026-02-03T04:06:06Z documents: 6,000 of 10,000 documents, 100/s, 40 s left
                        2026-02-03T04:06:46Z documents: 10,000 documents erased in 1 min 40 s
                        """);
        assertThat(out.text()).isEmpty();
    }

    @Test
    void aPhaseThatHangsStillHasItsLine() {
        renderer.accept(new Event.PhaseStarted(PhaseName.EVENTS, 1, 7, "documents"));
        clock.pass(Duration.ofSeconds(30));
        beats.getFirst().run();

        assertThat(err.lines()).last().isEqualTo("2026-02-03T04:05:36Z events: 0 of 7 documents");
    }

    @Test
    void aPhaseWithoutItemsHasOneLine() {
        renderer.accept(new Event.PhaseStarted(PhaseName.QUEUES, 0, 0, "documents"));
        beats.getFirst().run();
        renderer.accept(new Event.PhaseFinished(PhaseName.QUEUES, 0, true));

        assertThat(err.lines()).containsExactly("2026-02-03T04:05:06Z queues: nothing to erase");
    }

    @Test
    void aWaitIsToldOnceInAnInterval() {
        for (int left = 60; left > 0; left--) {
            renderer.accept(new Event.Waiting("before the second look", Duration.ofSeconds(left)));
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(err.lines())
                .containsExactly(
                        "2026-02-03T04:05:06Z waiting 1 min 0 s: before the second look",
                        "2026-02-03T04:05:36Z waiting 30 s: before the second look");
    }

    @Test
    void failuresRetriesAndNoticesAreToldAtOnce() {
        renderer.accept(
                new Event.ItemFailed(PhaseName.FILES, "/mnt/a\u001b[1m", "Permission denied"));
        renderer.accept(new Event.Retrying("backend.task", "connection reset", 2));
        renderer.accept(new Event.Notice("finishing the chunk"));

        assertThat(err.text())
                .isEqualTo(
                        """
                        2026-02-03T04:05:06Z files: /mnt/a\\u001B[1m is not erased: Permission denied
                        2026-02-03T04:05:06Z backend.task is retried (attempt 2): connection reset
                        2026-02-03T04:05:06Z finishing the chunk
                        """);
    }

    @Test
    void theReportAloneIsTheResultAndTheBeatEndsWithIt() {
        renderer.plan(Examples.plan());
        assertThat(err.text()).isEqualTo(PlanText.of(Examples.plan()));
        assertThat(out.text()).isEmpty();
        assertThat(stopped).isFalse();

        renderer.summary(Examples.report(Outcome.COMPLETE));
        assertThat(out.text()).contains("Certificate of deletion");
        assertThat(stopped).isTrue();
    }
}
