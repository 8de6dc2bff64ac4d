package io.clearmltenants.report;

import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.plan.Plan;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * For a person at a terminal: a live line for each running phase, and a line that stays for each
 * finished one.
 */
final class TerminalRenderer implements Renderer {
    private static final String WAITING = "waiting";

    private final OutputChoice choice;
    private final ReportText reports;
    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;
    private final LiveLines lines;
    private final Map<PhaseName, Running> running = new EnumMap<>(PhaseName.class);

    TerminalRenderer(
            OutputChoice choice,
            ReportText reports,
            PrintStream out,
            PrintStream err,
            Clock clock) {
        this.choice = choice;
        this.reports = reports;
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.lines = new LiveLines(err);
    }

    @Override
    public synchronized void accept(Event event) {
        lines.remove(WAITING);
        switch (event) {
            case Event.StageStarted _ -> print(Paint.STRONG, event);
            case Event.PhaseStarted started -> start(started);
            case Event.ChunkErased chunk -> add(chunk);
            case Event.PhaseFinished finished -> finish(finished);
            case Event.ItemFailed _ -> print(Paint.BAD, event);
            case Event.Retrying _, Event.Notice _ -> print(Paint.WORTH_NOTING, event);
            case Event.Waiting waiting -> lines.draw(WAITING, fitting(EventText.waiting(waiting)));
        }
    }

    @Override
    public void plan(Plan plan) {
        err.print(PlanText.of(plan));
        err.flush();
    }

    @Override
    public void summary(Report report) {
        close();
        err.println();
        out.print(reports.of(report));
        out.flush();
    }

    @Override
    public synchronized void close() {
        lines.remove(WAITING);
        running.values().forEach(phase -> phase.bar().close());
        running.clear();
    }

    private void start(Event.PhaseStarted started) {
        // a phase without items says so when it ends
        if (started.items() > 0) {
            PhaseBar bar = new PhaseBar(lines, started, choice, err.charset());
            running.put(started.phase(), new Running(bar, started.unit(), clock.instant()));
        }
    }

    private void add(Event.ChunkErased chunk) {
        Running phase = running.get(chunk.phase());
        if (phase != null) {
            phase.bar().add(chunk.units());
        }
    }

    private void finish(Event.PhaseFinished finished) {
        String label = "  %-20s".formatted(finished.phase().label());
        Running phase = running.remove(finished.phase());
        if (phase == null) {
            lines.print(
                    finished.complete()
                            ? Paint.FAINT.on(label + "nothing to erase", choice.colour())
                            : Paint.BAD.on(label + EventText.INCOMPLETE, choice.colour()));
            return;
        }
        phase.bar().close();
        String result =
                EventText.finished(
                        finished, phase.unit(), Duration.between(phase.since(), clock.instant()));
        Paint paint = finished.complete() ? Paint.GOOD : Paint.BAD;
        lines.print(paint.on(label + result, choice.colour()));
    }

    private void print(Paint paint, Event event) {
        EventText.line(event).ifPresent(line -> lines.print(paint.on(line, choice.colour())));
    }

    private String fitting(String line) {
        return line.length() < choice.columns() ? line : line.substring(0, choice.columns() - 1);
    }

    private record Running(PhaseBar bar, String unit, Instant since) {}
}
