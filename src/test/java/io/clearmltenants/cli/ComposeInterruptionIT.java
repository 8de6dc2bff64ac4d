package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ComposeInstallation;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.RunningCli;
import io.clearmltenants.fixture.Servers;
import io.clearmltenants.fixture.World;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Commands on docker compose that are interrupted or killed. */
@ExtendWith(Servers.class)
class ComposeInterruptionIT {
    @TempDir Path folder;
    private ComposeInstallation installation;
    private ComposeHost host;

    @BeforeEach
    void use(ComposeInstallation shared) {
        installation = shared;
        host = new ComposeHost(shared, folder);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(host.helpers()).isEmpty();
        assertThat(ComposeHost.abandonedFolders()).isEmpty();
    }

    @Test
    void interruptedOnceAndTwiceItCanBeResumed() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        CliResult once = interrupted(delete(60), "INT");
        CliResult twice = interrupted(host.here(waiting(60, Unattended.resume())), "INT", "INT");
        CliResult resumed = host.here(Unattended.resume()).run();

        assertThat(once.exitCode()).as(once.toString()).isEqualTo(130);
        assertThat(twice.exitCode()).as(twice.toString()).isEqualTo(130);
        assertThat(resumed.exitCode()).as(resumed.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void aDeletionWhoseProcessIsKilledContinuesAndResumeAttachesToIt() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        kill(delete(20));
        CliResult listed = host.here("list").run();
        assertThat(listed.exitCode()).as(listed.toString()).isZero();
        assertThat(host.helpers()).hasSize(1);
        CliResult attached = host.here(Unattended.resume()).run();

        assertThat(attached.exitCode()).as(attached.toString()).isZero();
        assertThat(attached.standardOutput()).contains("Certificate of deletion");
        assertThat(host.runFiles()).contains("journal.jsonl", "report.json");
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void whatAKilledCommandLeftIsFetchedAndRemovedByTheNext() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        kill(delete(60));
        installation.docker("kill", host.helpers().getFirst());
        CliResult cleaned = host.here("list").run();
        assertThat(cleaned.exitCode()).as(cleaned.toString()).isZero();
        assertThat(host.helpers()).isEmpty();
        assertThat(host.runFiles()).contains("journal.jsonl");
        CliResult resumed = host.here(Unattended.resume()).run();

        assertThat(resumed.exitCode()).as(resumed.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    private static void kill(CliProcess deletion) {
        try (RunningCli running = deletion.start()) {
            awaitWaiting(running);
            running.kill();
        }
    }

    private static CliResult interrupted(CliProcess deletion, String... signals) {
        try (RunningCli running = deletion.start()) {
            awaitWaiting(running);
            for (String signal : signals) {
                running.signal(signal);
            }
            return running.awaitEnd();
        }
    }

    private static void awaitWaiting(RunningCli running) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> running.standardError().contains("waiting"));
    }

    private CliProcess delete(int wait) {
        return host.here(waiting(wait, Unattended.delete()));
    }

    /** Their last word says how long they wait. */
    private static String[] waiting(int wait, String... words) {
        words[words.length - 1] = String.valueOf(wait);
        return words;
    }
}
