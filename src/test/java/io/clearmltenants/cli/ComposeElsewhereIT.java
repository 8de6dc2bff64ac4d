package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ComposeInstallation;
import io.clearmltenants.fixture.ComposeOptions;
import io.clearmltenants.fixture.EngineOnlyHost;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.RunningCli;
import io.clearmltenants.fixture.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on a host that reaches the engine, but neither its networks nor its folders. */
class ComposeElsewhereIT {
    private static final String PROJECT = "elsewhere-" + ProcessHandle.current().pid();
    private static final String HOST = PROJECT + "-host";
    private static ComposeInstallation installation;

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        installation =
                ComposeInstallation.start(
                        ComposeOptions.of(PROJECT)
                                .withPrefix(PROJECT + "-")
                                .withNamedVolume()
                                .with(EngineOnlyHost.programFolders()));
    }

    @AfterAll
    static void close() {
        if (installation != null) {
            installation.close();
        }
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(containersOfTheProgram()).isEmpty();
    }

    @Test
    void aTenantIsGoneAndTheJournalIsHere() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        CliResult result = delete("0").run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardError()).contains("done in a container beside");
        assertThat(result.standardOutput()).contains("Certificate of deletion");
        assertThat(runFiles()).contains("journal.jsonl", "report.json", "plan.json");
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void theNameIsTypedHereAndAPlanIsWrittenHere() {
        World world = installation.world();
        Proof proof = Proof.before(world);
        String plan = folder.resolve("plan.json").toString();

        CliResult planned = cli("plan", World.VICTIM, "--with-live-agents", "--out", plan).run();
        proof.nothingIsChanged();
        CliResult result =
                cli("delete", "--plan", plan, "--with-live-agents", "--wait", "0")
                        .input(World.VICTIM_NAME + "\n")
                        .run();

        assertThat(planned.exitCode()).as(planned.toString()).isZero();
        assertThat(result.exitCode()).as(result.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void doctorDrawsWhatItFoundHere() {
        installation.world();

        CliResult result = cli("doctor").run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardOutput())
                .contains("docker compose project " + PROJECT, "on the engine's host");
    }

    @Test
    void interruptedItCanBeResumed() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        try (RunningCli running = delete("60").start()) {
            awaitWaiting(running);
            running.signal("INT");
            CliResult interrupted = running.awaitEnd();
            assertThat(interrupted.exitCode()).as(interrupted.toString()).isEqualTo(130);
        }
        CliResult resumed = resume().run();

        assertThat(resumed.exitCode()).as(resumed.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void whatAKilledRunLeftIsRemovedByTheNextWhichGoesOnWithIt() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        try (RunningCli running = delete("60").start()) {
            awaitWaiting(running);
            installation.docker("kill", HOST);
            running.awaitEnd();
        }
        assertThat(containersOfTheProgram()).hasSize(1);
        CliResult cleaned = cli("list").run();
        assertThat(cleaned.exitCode()).as(cleaned.toString()).isZero();
        assertThat(containersOfTheProgram()).isEmpty();
        CliResult resumed = resume().run();

        assertThat(resumed.exitCode()).as(resumed.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    private static void awaitWaiting(RunningCli running) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> running.standardError().contains("waiting"));
    }

    private static List<String> containersOfTheProgram() {
        return installation
                .docker(
                        "ps",
                        "--all",
                        "--quiet",
                        "--filter",
                        "label=io.clearmltenants.host=engine-only")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private Stream<String> runFiles() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private CliProcess delete(String wait) {
        return cli(
                "delete",
                World.VICTIM,
                "--name",
                World.VICTIM_NAME,
                "--yes",
                "--with-live-agents",
                "--wait",
                wait);
    }

    private CliProcess resume() {
        return cli(
                "delete",
                "--resume",
                "--name",
                World.VICTIM_NAME,
                "--yes",
                "--with-live-agents",
                "--wait",
                "0");
    }

    private CliProcess cli(String... words) {
        String[] all =
                Stream.concat(
                                Stream.of(words),
                                Stream.of("--site", "compose", "--project", PROJECT))
                        .toArray(String[]::new);
        return new EngineOnlyHost(installation, folder).cli(HOST, all);
    }
}
