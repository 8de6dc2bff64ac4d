package io.clearmltenants.report;

import io.clearmltenants.plan.Plan;

/** Writes each event as a JSON line on standard output; the last line is the summary. */
final class JsonRenderer implements Renderer {
    private final JsonLines lines;

    JsonRenderer(JsonLines lines) {
        this.lines = lines;
    }

    @Override
    public void accept(Event event) {
        lines.write(type(event), event);
    }

    @Override
    public void plan(Plan plan) {
        lines.write("plan", "plan", plan);
    }

    @Override
    public void summary(Report report) {
        lines.write("summary", "report", report);
    }

    @Override
    public void close() {
        // every line is flushed when it is written
    }

    private static String type(Event event) {
        return switch (event) {
            case Event.StageStarted _ -> "stage_started";
            case Event.PhaseStarted _ -> "phase_started";
            case Event.ChunkErased _ -> "chunk_erased";
            case Event.PhaseFinished _ -> "phase_finished";
            case Event.ItemFailed _ -> "item_failed";
            case Event.Retrying _ -> "retrying";
            case Event.Waiting _ -> "waiting";
            case Event.Notice _ -> "notice";
        };
    }
}
