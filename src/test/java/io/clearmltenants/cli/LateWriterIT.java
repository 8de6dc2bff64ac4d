package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.Hold;
import io.clearmltenants.fixture.OldLogin;
import io.clearmltenants.fixture.RunningCli;
import io.clearmltenants.fixture.World;
import io.clearmltenants.phase.PhaseName;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token lives on for up to 30 days: its owner writes while and after the tenant goes. */
@OnServers
class LateWriterIT {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Deletion deletion;

    @BeforeEach
    void prepare(Deletion deletion) {
        this.deletion = deletion;
    }

    @Test
    void theSweepErasesWhatComesBackDuringTheDeletion() {
        Hold hold = deletion.relays().redis().holdWhen(FirstChange.of(PhaseName.REDIS));
        try (RunningCli running = deletion.relayed().start()) {
            hold.await(LONGEST);
            new OldLogin(deletion.world(), "during").write();
            hold.release();

            CliResult result = running.awaitEnd();

            assertThat(result.exitCode()).as(result.toString()).isZero();
        }
        deletion.proof().victimIsGone();
        deletion.proof().everythingElseIsUnchanged();
    }

    @Test
    void theSecondLookErasesWhatComesBackAfterItAndVerifySeesWhatComesLater() {
        try (RunningCli running = deletion.relayed("delete", World.VICTIM, "--wait", "3").start()) {
            awaitTheWait(running);
            Hold look = deletion.relays().mongo().holdWhen(command -> !keepsTheLease(command));
            look.await(LONGEST);
            new OldLogin(deletion.world(), "while waiting").write();
            look.release();

            CliResult result = running.awaitEnd();

            assertThat(result.exitCode()).as(result.toString()).isZero();
        }
        deletion.isComplete();

        new OldLogin(deletion.world(), "later").write();

        verifyNamesWhatCameBack("--wait", "1");
        verifyNamesWhatCameBack();
    }

    private void verifyNamesWhatCameBack(String... wait) {
        String[] arguments =
                Stream.concat(Stream.of("verify", World.VICTIM), Stream.of(wait))
                        .toArray(String[]::new);
        CliResult verified = deletion.installation().cli(arguments).run();

        assertThat(verified.exitCode()).as(verified.toString()).isEqualTo(4);
        assertThat(verified.standardOutput())
                .contains(
                        "backend.task",
                        "backend.project",
                        "backend.queue",
                        "events-log-" + World.VICTIM,
                        "queue_metrics_" + World.VICTIM,
                        "serving_container_" + World.VICTIM + "_later");
    }

    /** The driver's own commands, and the renewal of the lease. */
    private static boolean keepsTheLease(String command) {
        return command.startsWith("hello ")
                || command.startsWith("ping ")
                || command.startsWith("endSessions ")
                || command.endsWith("clearml_tenants_lock");
    }

    private static void awaitTheWait(RunningCli running) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(LONGEST)
                .until(() -> running.standardError().contains("waiting "));
    }
}
