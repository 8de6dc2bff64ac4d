package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.Capability;
import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.Hold;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.Needs;
import io.clearmltenants.fixture.RunningCli;
import io.clearmltenants.phase.PhaseName;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers and networks that go away in the middle of a deletion. */
@OnServers
class LostConnectionIT {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Longer than the driver waits for a sign of life. */
    private static final Duration A_LONG_SLEEP = Duration.ofSeconds(25);

    private Deletion deletion;

    @BeforeEach
    void prepare(Deletion deletion) {
        this.deletion = deletion;
    }

    @Test
    @Needs(Capability.KILLS)
    void aServerThatIsGoneForGoodEndsTheRunWhichGoesOnLater(MongoServer mongo) {
        CliResult lost = losing(PhaseName.DOCUMENTS, deletion.relayed(), mongo::kill);
        mongo.restart();
        endsResumable(lost, "MongoDB");

        lost =
                losing(
                        PhaseName.EVENTS,
                        deletion.resumedThroughRelays(),
                        deletion.relays().elastic()::close);
        endsResumable(lost, "Elasticsearch");

        CliResult result = deletion.resumed().run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        deletion.isComplete();
    }

    @Test
    void aRedisThatIsGoneForGoodEndsTheRunWhichGoesOnLater() {
        CliResult lost =
                losing(PhaseName.REDIS, deletion.relayed(), deletion.relays().redis()::close);
        endsResumable(lost, "Redis");

        CliResult result = deletion.resumed().run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        deletion.isComplete();
    }

    @Test
    void aShortLossIsTriedAgain() {
        Relays relays = deletion.relays();
        relays.mongo().failWhen(FirstChange.of(PhaseName.FREEZE));
        relays.mongo().loseAnswerWhen("delete backend.model"::equals);
        relays.mongo().failWhen(FirstChange.of(PhaseName.USERS));
        relays.elastic().loseAnswerWhen(FirstChange.of(PhaseName.EVENTS));
        relays.elastic().failWhen(FirstChange.of(PhaseName.STATISTICS));
        relays.redis().loseAnswerWhen(FirstChange.of(PhaseName.REDIS));

        CliResult result = deletion.relayed().run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardError()).contains("is retried (attempt 1)");
        deletion.isComplete();
    }

    @Test
    void aClientThatSleepsWhileItErasesWakesUpAndFinishes() {
        Hold hold = deletion.relays().mongo().holdWhen(FirstChange.of(PhaseName.DOCUMENTS));
        try (RunningCli running = deletion.relayed().start()) {
            hold.await(LONGEST);
            running.signal("STOP");
            hold.release();
            LockSupport.parkNanos(A_LONG_SLEEP.toNanos());
            running.signal("CONT");
            CliResult result = running.awaitEnd();

            assertThat(result.exitCode()).as(result.toString()).isZero();
        }
        deletion.isComplete();
    }

    @Test
    void aVerificationThatCannotBeMadeLeavesTheRunToBeResumed() {
        Hold hold = deletion.relays().mongo().holdWhen("aggregate backend.company"::equals);
        try (RunningCli running = deletion.relayed().start()) {
            hold.await(LONGEST);
            deletion.relays().mongo().close();
            CliResult lost = running.awaitEnd();

            assertThat(lost.exitCode()).as(lost.toString()).isEqualTo(12);
            assertThat(lost.standardError())
                    .contains(
                            "All phases are done, but looking for leftovers failed: MongoDB",
                            "clearml-tenants delete --resume " + deletion.remembered().run());
        }

        CliResult result = deletion.resumed().run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        deletion.isComplete();
    }

    private CliResult losing(PhaseName phase, CliProcess run, Runnable loss) {
        Hold hold = deletion.relays().of(phase.store()).holdWhen(FirstChange.of(phase));
        try (RunningCli running = run.start()) {
            hold.await(LONGEST);
            loss.run();
            hold.cut();
            return running.awaitEnd();
        }
    }

    private void endsResumable(CliResult lost, String server) {
        assertThat(lost.exitCode()).as(lost.toString()).isEqualTo(12);
        assertThat(lost.standardError())
                .contains(
                        "clearml-tenants: " + server,
                        "(tried for 3 s).",
                        "Resume with: clearml-tenants delete --resume "
                                + deletion.remembered().run());
        List<String> steps = deletion.remembered().steps();
        assertThat(steps).endsWith("interrupted");
        assertThat(Collections.frequency(steps, "chunk_started"))
                .isGreaterThan(Collections.frequency(steps, "chunk_done"));
    }
}
