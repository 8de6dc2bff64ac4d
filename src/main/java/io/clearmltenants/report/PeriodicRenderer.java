package io.clearmltenants.report;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Lines for a log: the beginning and end of each phase, and one line in each interval while it
 * runs.
 */
final class PeriodicRenderer implements Renderer {
    private final PrintStream err;
    private final long interval;
    private final LongSupplier clock;
    private long lastLine;
    private long erased;

    /**
     * @param clock nanoseconds, as {@link System#nanoTime()} counts them
     */
    PeriodicRenderer(PrintStream err, Duration interval, LongSupplier clock) {
        this.err = err;
        this.interval = interval.toNanos();
        this.clock = clock;
        this.lastLine = clock.getAsLong();
    }

    @Override
    public synchronized void accept(Event event) {
        EventText.line(event).ifPresent(this::print);
        switch (event) {
            case Event.PhaseStarted started -> erased = 0;
            case Event.ChunkErased chunk -> {
                erased += chunk.units();
                whenDue("%s: %s so far".formatted(chunk.phase().label(), Printable.number(erased)));
            }
            case Event.Waiting waiting ->
                    whenDue(
                            "waiting until %s: %s left"
                                    .formatted(
                                            waiting.reason(), Printable.duration(waiting.left())));
            case Event.StageStarted stage -> {}
            case Event.PhaseFinished finished -> {}
            case Event.ItemFailed failed -> {}
            case Event.Retrying retry -> {}
            case Event.Notice notice -> {}
        }
    }

    private void whenDue(String line) {
        if (clock.getAsLong() - lastLine >= interval) {
            print(line);
        }
    }

    private void print(String line) {
        err.println(line);
        lastLine = clock.getAsLong();
    }
}
