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
 * For logs and pipes: a line with its time when something begins or ends, and one each 30 seconds
 * for every phase that is running.
 */
final class PeriodicRenderer implements Renderer {
    static final Duration INTERVAL = Duration.ofSeconds(30);

    private final ReportText reports;
    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;
    private final Heartbeat.Beating beating;
    private final Map<PhaseName, Running> running = new EnumMap<>(PhaseName.class);
    private Instant nextWaiting = Instant.MIN;

    PeriodicRenderer(
            ReportText reports,
            PrintStream out,
            PrintStream err,
            Clock clock,
            Heartbeat heartbeat) {
        this.reports = reports;
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.beating = heartbeat.every(INTERVAL, this::beat);
    }

    @Override
    public synchronized void accept(Event event) {
        switch (event) {
            case Event.PhaseStarted started -> start(started);
            case Event.ChunkErased chunk ->
                    running.computeIfPresent(
                            chunk.phase(), (_, state) -> state.plus(chunk.units()));
            case Event.PhaseFinished finished -> finish(finished);
            case Event.Waiting _ when !waitingIsDue() -> {}
            case Event.StageStarted _,
                    Event.ItemFailed _,
                    Event.Retrying _,
                    Event.Waiting _,
                    Event.Notice _ ->
                    print(event);
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
        out.print(reports.of(report));
        out.flush();
    }

    @Override
    public void close() {
        beating.close();
    }

    private synchronized void beat() {
        running.forEach((phase, state) -> print(phase.label() + ": " + state.text(clock)));
    }

    private void start(Event.PhaseStarted started) {
        print(started);
        if (started.items() > 0) {
            running.put(
                    started.phase(),
                    new Running(clock.instant(), 0, started.total(), started.unit()));
        }
    }

    private void finish(Event.PhaseFinished finished) {
        Running state = running.remove(finished.phase());
        // a phase without items has said so when it began
        if (state != null) {
            print(
                    finished.phase().label()
                            + ": "
                            + EventText.finished(
                                    finished,
                                    state.unit(),
                                    Duration.between(state.since(), clock.instant())));
        } else if (!finished.complete()) {
            print(finished.phase().label() + ": " + EventText.INCOMPLETE);
        }
    }

    /** A wait tells its time left again and again; an interval apart is enough here. */
    private boolean waitingIsDue() {
        if (clock.instant().isBefore(nextWaiting)) {
            return false;
        }
        nextWaiting = clock.instant().plus(INTERVAL);
        return true;
    }

    private void print(Event event) {
        EventText.line(event).ifPresent(this::print);
    }

    private void print(String line) {
        err.println(Words.time(clock.instant()) + " " + line);
    }

    private record Running(Instant since, long done, long total, String unit) {
        Running plus(long units) {
            return new Running(since, done + units, total, unit);
        }

        String text(Clock clock) {
            Pace pace = new Pace(done, total, Duration.between(since, clock.instant()));
            return pace.counts(Printable.of(unit)) + (done == 0 ? "" : ", " + pace.speed());
        }
    }
}
