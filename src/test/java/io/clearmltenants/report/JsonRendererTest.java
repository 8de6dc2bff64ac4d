package io.clearmltenants.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonRendererTest {
    private static final ObjectMapper MAPPER = JsonMapping.objectMapper();

    private final Captured out = new Captured();
    private final JsonLines lines = new JsonLines(MAPPER, out.stream(), new ManualClock());
    private final JsonRenderer renderer = new JsonRenderer(lines);

    @Test
    void everyLineParsesAndSaysItsSchemaTypeAndTimeAndTheLastIsTheSummary() throws Exception {
        run();

        assertThat(parsed())
                .allSatisfy(
                        line -> {
                            assertThat(line.get("schema").asText())
                                    .isEqualTo("clearml-tenants/event/1");
                            assertThat(line.get("time").asText()).isEqualTo("2026-02-03T04:05:06Z");
                        })
                .extracting(line -> line.get("type").asText())
                .containsExactly(
                        "plan",
                        "stage_started",
                        "phase_started",
                        "chunk_erased",
                        "item_failed",
                        "retrying",
                        "phase_finished",
                        "waiting",
                        "notice",
                        "summary");
    }

    @Test
    void aLineReadsPlainly() {
        renderer.accept(new Event.PhaseStarted(PhaseName.URLS_TO_DELETE, 1, 12, "documents"));
        renderer.accept(new Event.Waiting("a minute", Duration.ofSeconds(60)));

        assertThat(out.text())
                .isEqualTo(
                        """
                        {"schema":"clearml-tenants/event/1","type":"phase_started","time":"2026-02-03T04:05:06Z","phase":"urls_to_delete","items":1,"total":12,"unit":"documents"}
                        {"schema":"clearml-tenants/event/1","type":"waiting","time":"2026-02-03T04:05:06Z","reason":"a minute","left":"PT1M"}
                        """);
    }

    @Test
    void aWaitThatIsAnnouncedFiveTimesASecondIsALineEveryTenSeconds() throws Exception {
        for (long left = 25_000; left > 0; left -= 200) {
            renderer.accept(new Event.Waiting("a minute", Duration.ofMillis(left)));
        }
        renderer.accept(new Event.Waiting("another reason", Duration.ofSeconds(1)));

        assertThat(parsed())
                .extracting(line -> line.get("left").asText())
                .containsExactly("PT25S", "PT15S", "PT5S", "PT1S");
    }

    @Test
    void planAndSummaryHoldTheWholePlanAndReport() throws Exception {
        run();

        List<JsonNode> parsed = parsed();
        assertThat(MAPPER.treeToValue(parsed.getFirst().get("plan"), Plan.class))
                .isEqualTo(Examples.plan());
        assertThat(MAPPER.treeToValue(parsed.getLast().get("report"), Report.class))
                .isEqualTo(Examples.report(Outcome.ITEMS_LEFT));
    }

    @Test
    void whateverAnEventHoldsTheLineIsPrintableAscii() throws Exception {
        String hostile = "\u001b[2J\u009b31m\u007f\u202e\n\u0000é漢";
        renderer.accept(new Event.Notice(hostile));

        assertThat(out.text().strip()).matches("[ -~]+");
        assertThat(parsed().getFirst().get("text").asText()).isEqualTo(hostile);
    }

    @Test
    void aListOfTenantsIsALineEachAndASummary() {
        TenantTable.json(
                List.of(
                        new TenantRow(
                                "1",
                                "string",
                                "Acme",
                                1,
                                2,
                                3,
                                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                                4),
                        new TenantRow("2", "int32", "Beta", 0, 0, 0, Optional.empty(), -1)),
                lines);

        assertThat(out.text())
                .isEqualTo(
                        """
                        {"schema":"clearml-tenants/event/1","type":"tenant","time":"2026-02-03T04:05:06Z","id":"1","idType":"string","name":"Acme","users":1,"tasks":2,"models":3,"lastActivity":"2026-01-01T00:00:00Z","bytes":4}
                        {"schema":"clearml-tenants/event/1","type":"tenant","time":"2026-02-03T04:05:06Z","id":"2","idType":"int32","name":"Beta","users":0,"tasks":0,"models":0,"lastActivity":null,"bytes":-1}
                        {"schema":"clearml-tenants/event/1","type":"summary","time":"2026-02-03T04:05:06Z","tenants":2}
                        """);
    }

    private void run() {
        renderer.plan(Examples.plan());
        renderer.accept(new Event.StageStarted("erase"));
        renderer.accept(new Event.PhaseStarted(PhaseName.FILES, 1, 2, "files"));
        renderer.accept(new Event.ChunkErased(PhaseName.FILES, "/mnt", 1));
        renderer.accept(new Event.ItemFailed(PhaseName.FILES, "/mnt", "Permission denied"));
        renderer.accept(new Event.Retrying("backend.task", "connection reset", 2));
        renderer.accept(new Event.PhaseFinished(PhaseName.FILES, 1, false));
        renderer.accept(new Event.Waiting("a minute", Duration.ofSeconds(60)));
        renderer.accept(new Event.Notice("text"));
        renderer.summary(Examples.report(Outcome.ITEMS_LEFT));
        renderer.close();
    }

    private List<JsonNode> parsed() throws JsonProcessingException {
        List<JsonNode> parsed = new ArrayList<>();
        for (String line : out.lines()) {
            parsed.add(MAPPER.readTree(line));
        }
        return parsed;
    }
}
