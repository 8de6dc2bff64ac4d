package io.clearmltenants.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.json.SealedJson;
import io.clearmltenants.phase.PhaseName;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenderersTest {
    private static final ObjectMapper MAPPER = JsonMapping.objectMapper();

    private final Captured out = new Captured();
    private final Captured err = new Captured();

    @Test
    void aTerminalGetsLiveLinesAndAPipeALineNowAndThen() {
        assertThat(chosen(false, false, true, Map.of())).isInstanceOf(TerminalRenderer.class);
        assertThat(chosen(false, false, false, Map.of())).isInstanceOf(PeriodicRenderer.class);
        assertThat(chosen(false, false, true, Map.of("TERM", "dumb")))
                .isInstanceOf(PeriodicRenderer.class);
    }

    @Test
    void jsonIsJsonWhereverItGoesAndHoweverQuiet() {
        assertThat(chosen(true, false, true, Map.of())).isInstanceOf(JsonRenderer.class);
        assertThat(chosen(true, true, false, Map.of())).isInstanceOf(JsonRenderer.class);
    }

    @Test
    void quietSpeaksOfFailuresAlone() {
        try (Renderer quiet = chosen(false, true, true, Map.of())) {
            quiet.plan(Examples.plan());
            quiet.accept(new Event.StageStarted("erase"));
            quiet.accept(new Event.PhaseStarted(PhaseName.FILES, 1, 2, "files"));
            quiet.accept(new Event.ChunkErased(PhaseName.FILES, "/mnt", 1));
            quiet.accept(new Event.PhaseFinished(PhaseName.FILES, 2, true));
            quiet.accept(new Event.Notice("text"));
            quiet.summary(Examples.report(Outcome.COMPLETE));
            assertThat(err.text()).isEmpty();

            quiet.accept(new Event.ItemFailed(PhaseName.FILES, "/mnt/a\u001b", "read-only"));
            quiet.summary(Examples.report(Outcome.LEFTOVERS));
        }

        assertThat(out.text()).isEmpty();
        assertThat(err.lines())
                .containsExactly(
                        "files: /mnt/a\\u001B is not erased: read-only",
                        OutcomeText.sentence(Examples.report(Outcome.LEFTOVERS)));
    }

    @Test
    void theEnvironmentSaysColourAndWidth() {
        assertThat(OutputChoice.of(false, false, true, Map.of()))
                .isEqualTo(new OutputChoice(false, false, true, true, 80));
        assertThat(OutputChoice.of(false, false, true, Map.of("NO_COLOR", "1", "COLUMNS", "132")))
                .isEqualTo(new OutputChoice(false, false, true, false, 132));
        assertThat(OutputChoice.of(false, false, true, Map.of("NO_COLOR", "", "COLUMNS", "wide")))
                .isEqualTo(new OutputChoice(false, false, true, true, 80));
        assertThat(OutputChoice.of(false, false, false, Map.of()).colour()).isFalse();
    }

    private Renderer chosen(
            boolean json, boolean quiet, boolean terminal, Map<String, String> environment) {
        return new Renderers(MAPPER, new ReportText(new ReportFile(new SealedJson(MAPPER))))
                .choose(
                        OutputChoice.of(json, quiet, terminal, environment),
                        out.stream(),
                        err.stream());
    }
}
