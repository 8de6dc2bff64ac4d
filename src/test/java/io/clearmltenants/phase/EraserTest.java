package io.clearmltenants.phase;

import static io.clearmltenants.phase.EraserRun.TARGET;
import static io.clearmltenants.phase.EraserRun.fails;
import static io.clearmltenants.phase.EraserRun.item;
import static io.clearmltenants.phase.EraserRun.items;
import static io.clearmltenants.phase.EraserRun.phase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.journal.Entry;
import io.clearmltenants.report.Event;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EraserTest {
    @RegisterExtension final EraserRun run = new EraserRun();

    @Test
    void phasesRunInTheirOrderWhateverTheOrderOfTheItems() {
        run.eraser(run.works(PhaseName.COMPANY), run.works(PhaseName.FILES))
                .erase(TARGET, List.of(item(PhaseName.COMPANY), item(PhaseName.FILES)));

        assertThat(run.erased).containsExactly("FILES", "COMPANY");
    }

    @Test
    void everyChunkStandsInTheJournalBeforeAndAfter() {
        run.eraser(run.works(PhaseName.QUEUES)).erase(TARGET, List.of(item(PhaseName.QUEUES)));

        assertThat(run.folder().entries().map(Entry::step))
                .containsExactly(
                        Entry.Step.CHUNK_STARTED, Entry.Step.CHUNK_DONE, Entry.Step.PHASE_DONE);
        assertThat(run.folder().erased()).isEqualTo(Map.of(PhaseName.QUEUES, 3L));
    }

    @Test
    void theEndOfAPhaseTellsWhatWasErasedAndNotWhatWasPlanned() {
        run.eraser(phase(PhaseName.QUEUES, () -> 2), fails(PhaseName.TRASH))
                .erase(TARGET, items(PhaseName.QUEUES, PhaseName.TRASH));

        assertThat(run.events)
                .contains(
                        new Event.PhaseFinished(PhaseName.QUEUES, 2, true),
                        new Event.PhaseFinished(PhaseName.TRASH, 0, false));
    }

    @Test
    void aPhaseThatRunsAgainTellsOfItsSecondTimeAlone() {
        Eraser eraser = run.eraser(run.works(PhaseName.QUEUES));
        eraser.erase(TARGET, items(PhaseName.QUEUES));
        run.events.clear();

        eraser.erase(TARGET, items(PhaseName.QUEUES));

        assertThat(run.events).contains(new Event.PhaseFinished(PhaseName.QUEUES, 3, true));
    }

    @Test
    void aTransientFailureIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        Phase flaky =
                phase(
                        PhaseName.QUEUES,
                        () -> {
                            if (tries.incrementAndGet() < 3) {
                                throw new TransientFailure("lost", null);
                            }
                            return 1;
                        });

        run.eraser(flaky).erase(TARGET, List.of(item(PhaseName.QUEUES)));

        assertThat(tries).hasValue(3);
        assertThat(run.folder().erased()).isEqualTo(Map.of(PhaseName.QUEUES, 1L));
    }

    @Test
    void aLostServerEndsTheRunSoThatItCanBeResumed() {
        Phase lost =
                phase(
                        PhaseName.QUEUES,
                        () -> {
                            throw new ConnectFailure("MongoDB is gone.");
                        });

        assertThatThrownBy(
                        () ->
                                run.eraser(lost, run.works(PhaseName.USERS))
                                        .erase(TARGET, items(PhaseName.QUEUES, PhaseName.USERS)))
                .isInstanceOf(ConnectFailure.class);
        assertThat(run.erased).isEmpty();
    }

    @Test
    void withoutTheLeaseNothingIsWritten() {
        run.leaseLost = true;

        assertThatThrownBy(
                        () ->
                                run.eraser(run.works(PhaseName.QUEUES))
                                        .erase(TARGET, List.of(item(PhaseName.QUEUES))))
                .isInstanceOf(LeaseLost.class);
        assertThat(run.erased).isEmpty();
        assertThat(run.folder().entries()).isEmpty();
    }

    @Test
    void aStopBetweenItemsInterruptsTheRun() {
        Phase stopping =
                phase(
                        PhaseName.QUEUES,
                        () -> {
                            run.stop = true;
                            return 1;
                        });

        assertThatThrownBy(
                        () ->
                                run.eraser(stopping, run.works(PhaseName.USERS))
                                        .erase(TARGET, items(PhaseName.QUEUES, PhaseName.USERS)))
                .isInstanceOf(Interrupted.class);
        assertThat(run.erased).isEmpty();
        assertThat(run.folder().erased()).containsKey(PhaseName.QUEUES);
    }

    @Test
    void aPhaseThatSaysSoHasItsItemsErasedAtOnce() {
        CountDownLatch both = new CountDownLatch(2);
        Phase together =
                phase(
                        PhaseName.DOCUMENTS,
                        2,
                        () -> {
                            both.countDown();
                            Awaitility.await().until(() -> both.getCount() == 0);
                            return 1;
                        });

        run.eraser(together)
                .erase(TARGET, List.of(item(PhaseName.DOCUMENTS), item(PhaseName.DOCUMENTS)));

        assertThat(run.folder().erased()).containsEntry(PhaseName.DOCUMENTS, 2L);
    }
}
