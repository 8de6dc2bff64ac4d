package io.clearmltenants.phase;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.report.Event;
import io.clearmltenants.report.EventSink;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tries again after a {@link TransientFailure}, ever more slowly. The budget of time is that of a
 * row of failures: it counts from the first one, and anew after any progress.
 */
public final class Retry {
    private final Duration budget;
    private final StopRequest stop;
    private final EventSink events;

    /**
     * @param budget how long after the first failure in a row another try may begin; zero for none
     * @param stop ends the trying
     */
    public Retry(Duration budget, StopRequest stop, EventSink events) {
        this.budget = budget;
        this.stop = stop;
        this.events = events;
    }

    /**
     * Runs an operation until it succeeds.
     *
     * @param what the operation in words
     * @throws ConnectFailure if the budget is used up; the run can be resumed
     * @throws Interrupted if the user asked to stop meanwhile
     */
    public <T> T run(String what, Supplier<T> operation) {
        return run(what, progress -> operation.get());
    }

    /**
     * Runs an operation of many steps until it succeeds.
     *
     * @param operation says after each step that there was progress
     */
    <T> T run(String what, Function<Progress, T> operation) {
        FailureRow row = new FailureRow(budget);
        try {
            return Failsafe.with(this.<T>policy(what, row)).get(() -> attempt(operation, row));
        } catch (TransientFailure lost) {
            if (stop.made()) {
                throw new Interrupted();
            }
            throw new ConnectFailure(
                    budget.isZero()
                            ? lost.getMessage()
                            : lost.getMessage() + " (tried for " + budget.toSeconds() + " s).",
                    lost);
        }
    }

    private static <T> T attempt(Function<Progress, T> operation, FailureRow row) {
        try {
            return operation.apply(row);
        } catch (TransientFailure failure) {
            row.failed();
            throw failure;
        }
    }

    private <T> RetryPolicy<T> policy(String what, FailureRow row) {
        return RetryPolicy.<T>builder()
                .handleIf(
                        failure ->
                                failure instanceof TransientFailure
                                        && !stop.made()
                                        && row.isWithinBudget())
                .withMaxRetries(-1)
                .withDelayFn(context -> row.pause())
                .onRetry(
                        retry ->
                                events.accept(
                                        new Event.Retrying(
                                                what,
                                                retry.getLastException().getMessage(),
                                                row.length())))
                .build();
    }
}
