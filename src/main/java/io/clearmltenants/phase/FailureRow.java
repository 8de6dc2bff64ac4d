package io.clearmltenants.phase;

import java.time.Duration;

/** Failures that follow one another without any progress between them. */
final class FailureRow implements Progress {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** Pauses are whole milliseconds: one that is rounded down would end before the budget. */
    private static final Duration ROUNDING = Duration.ofMillis(1);

    private static final int MOST_DOUBLINGS = 10;

    private final Duration budget;
    private int length;
    private long began;

    /**
     * @param budget how long the row may last
     */
    FailureRow(Duration budget) {
        this.budget = budget;
    }

    synchronized void failed() {
        if (length == 0) {
            began = System.nanoTime();
        }
        length++;
    }

    /** Ends the row: the next failure begins another one. */
    @Override
    public synchronized void made() {
        length = 0;
    }

    synchronized int length() {
        return length;
    }

    synchronized boolean isWithinBudget() {
        return left().isPositive();
    }

    /** How long to wait before the next try: at most until the budget is used up. */
    synchronized Duration pause() {
        Duration grown = FIRST_PAUSE.multipliedBy(1L << Math.min(length - 1, MOST_DOUBLINGS));
        Duration pause = grown.compareTo(LONGEST_PAUSE) < 0 ? grown : LONGEST_PAUSE;
        Duration left = left();
        return pause.compareTo(left) < 0 || left.isNegative() ? pause : left.plus(ROUNDING);
    }

    private Duration left() {
        return budget.minusNanos(System.nanoTime() - began);
    }
}
