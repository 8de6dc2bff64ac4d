package io.clearmltenants.report;

import io.clearmltenants.plan.Plan;
import java.time.Duration;
import java.util.Optional;

/** Writes each event as a JSON line on standard output; the last line is the summary. */
final class JsonRenderer implements Renderer {
    /** A wait is told when it begins and then so often, however often it is announced. */
    private static final Duration BETWEEN_WAITS = Duration.ofSeconds(10);

    private final JsonLines lines;
    private Optional<Event.Waiting> told = Optional.empty();

    JsonRenderer(JsonLines lines) {
        this.lines = lines;
    }

    @Override
    public synchronized void accept(Event event) {
        if (event instanceof Event.Waiting waiting) {
            if (told.filter(last -> saysTheSame(last, waiting)).isPresent()) {
                return;
            }
            told = Optional.of(waiting);
        } else {
            told = Optional.empty();
        }
        lines.write(type(event), event);
    }

    private static boolean saysTheSame(Event.Waiting last, Event.Waiting now) {
        Duration passed = last.left().minus(now.left());
        return last.reason().equals(now.reason())
                && !passed.isNegative()
                && passed.compareTo(BETWEEN_WAITS) < 0;
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
