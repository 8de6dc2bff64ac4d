package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.Hold;
import io.clearmltenants.fixture.RunningCli;
import io.clearmltenants.fixture.World;
import io.clearmltenants.phase.PhaseName;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C, and the stop of a container. */
@OnServers
class InterruptionIT {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String STOPPING = "Stopping after this chunk; once more stops at once.";

    private Deletion deletion;

    @BeforeEach
    void prepare(Deletion deletion) {
        this.deletion = deletion;
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void theFirstSignalFinishesTheChunkAndTheRunCanBeResumed(String signal) {
        Hold hold = deletion.relays().mongo().holdWhen(FirstChange.of(PhaseName.DOCUMENTS));
        try (RunningCli running = deletion.relayed().start()) {
            hold.await(LONGEST);
            running.signal(signal);
            awaitWord(running, STOPPING);
            hold.release();

            CliResult stopped = running.awaitEnd();

            assertThat(stopped.exitCode()).as(stopped.toString()).isEqualTo(130);
            assertThat(stopped.standardError())
                    .contains("delete --resume " + deletion.remembered().run());
            everyChunkThatBeganIsDone(deletion.remembered().steps());
        }

        isResumedToTheEnd();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void theSecondSignalStopsAtOnceAndTheRunCanBeResumed(String signal) {
        Hold hold = deletion.relays().elastic().holdWhen(FirstChange.of(PhaseName.EVENTS));
        try (RunningCli running = deletion.relayed().start()) {
            hold.await(LONGEST);
            running.signal(signal);
            awaitWord(running, STOPPING);
            running.signal(signal);

            CliResult stopped = running.awaitEnd();

            assertThat(stopped.exitCode()).as(stopped.toString()).isEqualTo(130);
            assertThat(deletion.remembered().steps()).endsWith("chunk_started");
        }
        hold.cut();

        isResumedToTheEnd();
    }

    @Test
    void aSignalEndsTheWaitBeforeTheLastLook() {
        try (RunningCli running =
                deletion.relayed("delete", World.VICTIM, "--wait", "600").start()) {
            awaitWord(running, "waiting ");
            running.signal("INT");

            CliResult stopped = running.awaitEnd();

            assertThat(stopped.exitCode()).as(stopped.toString()).isEqualTo(130);
            assertThat(deletion.remembered().steps()).endsWith("interrupted");
        }

        isResumedToTheEnd();
    }

    /** Several may have been underway. */
    private static void everyChunkThatBeganIsDone(List<String> steps) {
        assertThat(steps).endsWith("chunk_done", "interrupted");
        assertThat(Collections.frequency(steps, "chunk_started"))
                .isEqualTo(Collections.frequency(steps, "chunk_done"));
    }

    private static void awaitWord(RunningCli running, String word) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(LONGEST)
                .until(() -> running.standardError().contains(word));
    }

    private void isResumedToTheEnd() {
        CliResult result = deletion.resumed().run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(deletion.remembered().steps()).contains("run_resumed").endsWith("run_finished");
        deletion.isComplete();
    }
}
