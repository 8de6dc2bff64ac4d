package io.clearmltenants.report;

import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A live line for the phase that runs, with count, rate and time left; a line for each that has
 * ended.
 */
final class TerminalRenderer implements Renderer {
    private static final int WIDTH = 100;
    private static final int REFRESH_MILLISECONDS = 200;
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String NORMAL = "\u001b[0m";

    private final PrintStream err;
    private final boolean plain;
    private ProgressBar bar;

    TerminalRenderer(PrintStream err, boolean plain) {
        this.err = err;
        this.plain = plain;
    }

    @Override
    public synchronized void accept(Event event) {
        switch (event) {
            case Event.PhaseStarted started -> begin(started);
            case Event.ChunkErased chunk -> step(chunk.units());
            case Event.PhaseFinished finished -> end(finished);
            case Event.ItemFailed failed -> above(coloured(RED, EventText.failure(failed)));
            case Event.Retrying retry -> EventText.line(event).ifPresent(this::above);
            case Event.Waiting waiting ->
                    err.print(
                            CLEAR_LINE
                                    + "waiting until "
                                    + waiting.reason()
                                    + ": "
                                    + Printable.duration(waiting.left())
                                    + " left");
            case Event.Notice notice -> above(Printable.text(notice.text()));
            case Event.StageStarted stage -> err.print(CLEAR_LINE);
        }
        err.flush();
    }

    @Override
    public synchronized void finish(Report report) {
        err.print(CLEAR_LINE);
    }

    @Override
    public synchronized void close() {
        closeBar();
    }

    private void begin(Event.PhaseStarted started) {
        closeBar();
        bar =
                new ProgressBarBuilder()
                        .setTaskName(started.phase().label())
                        .setInitialMax(started.total())
                        .setUnit(" " + started.unit(), 1)
                        .setStyle(
                                plain
                                        ? ProgressBarStyle.ASCII
                                        : ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                        .setUpdateIntervalMillis(REFRESH_MILLISECONDS)
                        .showSpeed()
                        .setConsumer(
                                new DelegatingProgressBarConsumer(
                                        line -> err.print("\r" + line), WIDTH))
                        .build();
    }

    private void step(long units) {
        if (bar != null) {
            bar.stepBy(units);
        }
    }

    private void end(Event.PhaseFinished finished) {
        closeBar();
        String mark =
                finished.complete() ? coloured(GREEN, "done") : coloured(RED, "items were left");
        err.println(CLEAR_LINE + finished.phase().label() + ": " + mark);
    }

    private void above(String line) {
        err.println(CLEAR_LINE + line);
    }

    private void closeBar() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private String coloured(String colour, String text) {
        return plain ? text : colour + text + NORMAL;
    }
}
