package io.clearmltenants.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.report.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class RetryTest {
    private final List<Event.Retrying> tries = new ArrayList<>();
    private boolean stop;

    @Test
    void anOperationThatLastsLongerThanTheBudgetIsTriedAgain() {
        String answer =
                retry(Duration.ofMillis(300))
                        .run(
                                "a long scan",
                                () -> {
                                    if (tries.isEmpty()) {
                                        lasts(Duration.ofMillis(400));
                                        throw new TransientFailure("lost", null);
                                    }
                                    return "done";
                                });

        assertThat(answer).isEqualTo("done");
    }

    @Test
    void aDeadServerIsTriedForTheBudgetAndThenTheRunEnds() {
        long began = System.nanoTime();

        assertThatThrownBy(() -> retry(Duration.ofSeconds(1)).run("a write", this::lost))
                .isInstanceOf(ConnectFailure.class)
                .hasMessage("lost (tried for 1 s).");

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(tries)
                .as("a slow machine fits fewer tries into the budget, none more")
                .extracting(Event.Retrying::attempt)
                .startsWith(1, 2)
                .hasSizeBetween(2, 3);
    }

    @Test
    void progressEndsARowOfFailuresAndTheNextOneHasABudgetOfItsOwn() {
        String answer =
                retry(Duration.ofMillis(350))
                        .run(
                                "many steps",
                                progress -> {
                                    if (tries.size() < 4) {
                                        progress.made();
                                        throw new TransientFailure("lost", null);
                                    }
                                    return "done";
                                });

        assertThat(answer).isEqualTo("done");
        assertThat(tries).extracting(Event.Retrying::attempt).containsExactly(1, 1, 1, 1);
    }

    @Test
    void withoutABudgetNothingIsTriedAgain() {
        assertThatThrownBy(() -> retry(Duration.ZERO).run("a write", this::lost))
                .isInstanceOf(ConnectFailure.class)
                .hasMessage("lost");

        assertThat(tries).isEmpty();
    }

    @Test
    void aPermanentFailureIsNotTriedAgain() {
        assertThatThrownBy(
                        () ->
                                retry(Duration.ofSeconds(1))
                                        .run(
                                                "a write",
                                                () -> {
                                                    throw new IllegalStateException("refused");
                                                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(tries).isEmpty();
    }

    @Test
    void aStopEndsTheTrying() {
        stop = true;

        assertThatThrownBy(() -> retry(Duration.ofMinutes(1)).run("a write", this::lost))
                .isInstanceOf(Interrupted.class);
    }

    private Retry retry(Duration budget) {
        return new Retry(budget, () -> stop, event -> tries.add((Event.Retrying) event));
    }

    private String lost() {
        throw new TransientFailure("lost", null);
    }

    private static void lasts(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
