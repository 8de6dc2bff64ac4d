package io.clearmltenants.phase;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.report.Event;
import io.clearmltenants.report.EventSink;
import java.time.Duration;
import java.util.function.Supplier;

/** Tries again after a {@link TransientFailure}, ever more slowly, within a budget of time. */
public final class Retry {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Duration budget;
    private final StopRequest stop;
    private final EventSink events;

    /**
     * @param budget how long one operation may be tried, all tries together
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
     * @throws ConnectFailure where the budget is used up; the run can be resumed
     * @throws Interrupted where the user asked to stop meanwhile
     */
    public <T> T run(String what, Supplier<T> operation) {
        RetryPolicy<T> policy =
                RetryPolicy.<T>builder()
                        .handleIf(failure -> failure instanceof TransientFailure && !stop.made())
                        .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
                        .withMaxRetries(-1)
                        .withMaxDuration(budget)
                        .onRetry(
                                retry ->
                                        events.accept(
                                                new Event.Retrying(
                                                        what,
                                                        retry.getLastException().getMessage(),
                                                        retry.getAttemptCount())))
                        .build();
        try {
            return Failsafe.with(policy).get(operation::get);
        } catch (TransientFailure lost) {
            if (stop.made()) {
                throw new Interrupted();
            }
            throw new ConnectFailure(
                    lost.getMessage() + " (tried for " + budget.toSeconds() + " s).", lost);
        }
    }
}
