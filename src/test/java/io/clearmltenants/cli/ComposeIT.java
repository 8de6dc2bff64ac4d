package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ComposeInstallation;
import io.clearmltenants.fixture.ComposeOptions;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.RunningCli;
import io.clearmltenants.fixture.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on the host of a docker compose installation. */
class ComposeIT {
    private static final String PROJECT = "compose-" + ProcessHandle.current().pid();
    private static ComposeInstallation installation;

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        installation =
                ComposeInstallation.start(ComposeOptions.of(PROJECT).withPrefix(PROJECT + "-"));
    }

    @AfterAll
    static void close() {
        if (installation != null) {
            installation.close();
        }
    }

    @Test
    void doctorDrawsContainersAndFolderAndSaysWhoNamedThem() {
        installation.world();

        CliResult result = cli("doctor", "--site", "compose", "--project", PROJECT).run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardOutput())
                .contains(
                        "docker compose project " + PROJECT,
                        "├─ apiserver: container " + PROJECT + "-apiserver",
                        "├─ mongo: container " + PROJECT + "-mongo",
                        "files: /mnt/fileserver of container " + PROJECT + "-fileserver",
                        installation.files() + " on this host");
    }

    @Test
    void aTenantIsGoneAndEverybodyElseIsWhatTheyWere() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        CliResult plan = cli("plan", World.VICTIM, "--site", "compose", "--project", PROJECT).run();
        proof.nothingIsChanged();
        CliResult result = delete("--site", "compose", "--project", PROJECT).run();

        assertThat(plan.exitCode()).as(plan.toString()).isZero();
        assertThat(result.exitCode()).as(result.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void nothingCanBePausedForOneTenantAloneAndItSaysWhatWouldHaveToStop() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        CliResult result =
                delete("--site", "compose", "--project", PROJECT, "--pause-writers").run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(2);
        assertThat(result.standardError())
                .contains(
                        "async_delete (container " + PROJECT + "-async_delete)",
                        "--pause-writers=agent-services,async_delete,apiserver,fileserver");
        proof.nothingIsChanged();
    }

    @Test
    void writersAreStoppedWhileItErasesAndRunAgainAfterwards() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        CliResult result =
                delete(
                                "--site",
                                "compose",
                                "--project",
                                PROJECT,
                                "--pause-writers=async_delete,apiserver")
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardError())
                .containsSubsequence(
                        "Stopping container " + PROJECT + "-async_delete",
                        "Stopping container " + PROJECT + "-apiserver",
                        "Started again: container " + PROJECT + "-apiserver",
                        "Started again: container " + PROJECT + "-async_delete");
        assertThat(installation.running("async_delete")).isTrue();
        assertThat(installation.running("apiserver")).isTrue();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void whatAKilledRunHasStoppedIsStartedByTheNext() {
        World world = installation.world();
        Proof proof = Proof.before(world);
        try (RunningCli killed =
                delete("--site", "compose", "--project", PROJECT, "--pause-writers=async_delete")
                        .start()) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !installation.running("async_delete"));
            killed.kill();
        }
        assertThat(installation.running("async_delete")).isFalse();

        CliResult resumed =
                cli(
                                "delete",
                                "--resume",
                                "--name",
                                World.VICTIM_NAME,
                                "--yes",
                                "--with-live-agents",
                                "--wait",
                                "0",
                                "--state-dir",
                                folder.resolve("state").toString(),
                                "--site",
                                "compose",
                                "--project",
                                PROJECT)
                        .run();

        assertThat(resumed.exitCode()).as(resumed.toString()).isZero();
        assertThat(installation.running("async_delete")).isTrue();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    private CliProcess delete(String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "delete",
                                World.VICTIM,
                                "--name",
                                World.VICTIM_NAME,
                                "--yes",
                                "--with-live-agents",
                                "--wait",
                                "0",
                                "--state-dir",
                                folder.resolve("state").toString()));
        words.addAll(List.of(more));
        return cli(words.toArray(String[]::new));
    }

    private CliProcess cli(String... words) {
        CliProcess process = CliProcess.of(words);
        for (Map.Entry<String, String> variable : installation.variables().entrySet()) {
            process = process.variable(variable.getKey(), variable.getValue());
        }
        return process;
    }
}
