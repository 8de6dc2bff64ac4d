package io.clearmltenants.report;

import java.nio.charset.Charset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import me.tongfei.progressbar.DefaultProgressBarRenderer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.ProgressState;

/**
 * The live line of one running phase. It has its own consumer, because the library's would ask
 * JLine for the terminal, which needs native code that a static binary cannot load.
 */
final class PhaseBar implements AutoCloseable {
    private static final int UPDATE_MILLIS = 250;

    private final ProgressBar bar;

    PhaseBar(LiveLines lines, Event.PhaseStarted phase, OutputChoice choice, Charset charset) {
        bar =
                new ProgressBarBuilder()
                        .setTaskName("  %-10s".formatted(phase.phase().label()))
                        .setInitialMax(phase.total())
                        .setUpdateIntervalMillis(UPDATE_MILLIS)
                        .continuousUpdate()
                        .setRenderer(new Line(style(choice, charset), phase.unit()))
                        .setConsumer(new Consumer(lines, choice.columns() - 1))
                        .build();
    }

    void add(long units) {
        bar.stepBy(units);
    }

    /** Removes the line from the terminal. */
    @Override
    public void close() {
        bar.close();
    }

    private static ProgressBarStyle style(OutputChoice choice, Charset charset) {
        if (!charset.newEncoder().canEncode('█')) {
            return ProgressBarStyle.ASCII;
        }
        return choice.colour()
                ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK
                : ProgressBarStyle.UNICODE_BLOCK;
    }

    /** The library's bar, with our words behind it. */
    private static final class Line extends DefaultProgressBarRenderer {
        private final String unit;

        Line(ProgressBarStyle style, String unit) {
            super(style, "", 1, true, null, ChronoUnit.SECONDS, false, _ -> Optional.empty());
            this.unit = Printable.of(unit);
        }

        @Override
        protected String ratio(ProgressState progress) {
            return pace(progress).counts(unit);
        }

        @Override
        protected String speed(ProgressState progress) {
            return pace(progress).speed();
        }

        private static Pace pace(ProgressState progress) {
            return new Pace(
                    progress.getCurrent(), progress.getMax(), progress.getElapsedAfterStart());
        }
    }

    /** Hands what the library has drawn to the live lines. */
    private static final class Consumer implements ProgressBarConsumer {
        private final LiveLines lines;
        private final int columns;

        Consumer(LiveLines lines, int columns) {
            this.lines = lines;
            this.columns = columns;
        }

        @Override
        public int getMaxRenderedLength() {
            return columns;
        }

        @Override
        public void accept(String line) {
            lines.draw(this, line);
        }

        @Override
        public void close() {
            lines.remove(this);
        }
    }
}
