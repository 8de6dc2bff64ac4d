package io.clearmltenants.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Instant;

/** JSON lines for scripts; the last one, of type "summary", is the report. */
final class JsonRenderer implements Renderer {
    private static final String SCHEMA = "clearml-tenants/event/1";

    private final ObjectMapper json;
    private final PrintStream out;

    JsonRenderer(ObjectMapper json, PrintStream out) {
        this.json = json;
        this.out = out;
    }

    @Override
    public synchronized void accept(Event event) {
        switch (event) {
            case Event.StageStarted stage -> print(line("stage").put("stage", stage.stage()));
            case Event.PhaseStarted phase ->
                    print(
                            line("phase-started")
                                    .put("phase", phase.phase().label())
                                    .put("total", phase.total())
                                    .put("unit", phase.unit()));
            case Event.ChunkErased chunk ->
                    print(
                            line("erased")
                                    .put("phase", chunk.phase().label())
                                    .put("item", chunk.locator())
                                    .put("units", chunk.units()));
            case Event.PhaseFinished phase ->
                    print(
                            line("phase-finished")
                                    .put("phase", phase.phase().label())
                                    .put("complete", phase.complete()));
            case Event.ItemFailed failed ->
                    print(
                            line("item-failed")
                                    .put("phase", failed.phase().label())
                                    .put("item", failed.locator())
                                    .put("reason", failed.reason()));
            case Event.Retrying retry ->
                    print(
                            line("retrying")
                                    .put("what", retry.what())
                                    .put("reason", retry.reason())
                                    .put("attempt", retry.attempt()));
            case Event.Notice notice -> print(line("notice").put("text", notice.text()));
            case Event.Waiting waiting -> {}
        }
    }

    @Override
    public void finish(Report report) {
        ObjectNode summary = line("summary");
        summary.set("report", json.valueToTree(report));
        print(summary);
    }

    private ObjectNode line(String type) {
        return json.createObjectNode()
                .put("schema", SCHEMA)
                .put("type", type)
                .put("time", Instant.now().toString());
    }

    private void print(ObjectNode line) {
        try {
            out.println(json.writeValueAsString(line));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
