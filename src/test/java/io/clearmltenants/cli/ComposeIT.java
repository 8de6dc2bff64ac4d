package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.clearmltenants.connect.HeldFolder;
import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ComposeInstallation;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.RunningCli;
import io.clearmltenants.fixture.Servers;
import io.clearmltenants.fixture.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The program on the host of a docker compose installation. */
@ExtendWith(Servers.class)
class ComposeIT {
    @TempDir Path folder;
    private ComposeInstallation installation;

    @BeforeEach
    void use(ComposeInstallation shared) {
        installation = shared;
    }

    @Test
    void doctorDrawsContainersAndFolderAndSaysWhoNamedThem() {
        installation.world();

        CliResult result = here("doctor").run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardOutput())
                .contains(
                        "docker compose project " + installation.project(),
                        "├─ apiserver: container " + installation.project() + "-apiserver",
                        "├─ mongo: container " + installation.project() + "-mongo",
                        "files: /mnt/fileserver of container "
                                + installation.project()
                                + "-fileserver",
                        installation.files() + " on this host",
                        "(variable CLEARML_REDIS_SERVICE_HOST of container "
                                + installation.project()
                                + "-apiserver");
    }

    @Test
    void aTenantIsGoneAndEverybodyElseIsWhatTheyWere() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        CliResult plan = here("plan", World.VICTIM, "--with-live-agents").run();
        proof.nothingIsChanged();
        CliResult result = delete().run();

        assertThat(plan.exitCode()).as(plan.toString()).isZero();
        assertThat(result.exitCode()).as(result.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void itFindsTheOnlyInstallationByItself() {
        assumeThat(apiservers()).as("another installation runs on this engine").hasSize(1);
        World world = installation.world();

        CliResult result = cli("list").run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardOutput()).contains(world.victim().id());
    }

    @Test
    void ofTwoInstallationsOneMustBeNamed() {
        String other = installation.project() + "-other";
        installation.docker(
                "run",
                "--detach",
                "--name",
                other,
                "--label",
                "com.docker.compose.project=" + other,
                "--label",
                "com.docker.compose.service=apiserver",
                "--env",
                "CLEARML_MONGODB_SERVICE_HOST=mongo",
                "--entrypoint",
                "stand-in",
                installation.docker(
                        "inspect",
                        "--format",
                        "{{.Config.Image}}",
                        installation.containerId("apiserver")));
        try {
            CliResult result = cli("list").run();
            CliResult named = cli("list", "--site", "compose").run();

            assertThat(result.exitCode()).as(result.toString()).isEqualTo(2);
            assertThat(result.standardError())
                    .contains(installation.project(), other, "--project NAME");
            assertThat(named.exitCode()).as(named.toString()).isEqualTo(2);
        } finally {
            installation.docker("rm", "--force", other);
        }
    }

    @Test
    void aProjectThatIsNotThereIsSaidSo() {
        CliResult result = cli("list", "--site", "compose", "--project", "nobody").run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
        assertThat(result.standardError()).contains("nobody", installation.project());
    }

    @Test
    void anEngineThatDoesNotAnswerIsSaidSo() {
        CliResult result =
                CliProcess.of("list", "--site", "compose")
                        .variable("DOCKER_HOST", "unix://" + folder.resolve("none.sock"))
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
        assertThat(result.standardError()).contains("none.sock", "variable DOCKER_HOST");
    }

    @Test
    void aServerThatIsStoppedIsNamed() {
        installation.world();
        installation.docker("stop", "--time", "1", installation.containerId("redis"));
        try {
            CliResult result = here("doctor").run();

            assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
            assertThat(result.standardOutput())
                    .contains("redis: container " + installation.project() + "-redis", "exited");
        } finally {
            installation.restore();
        }
    }

    @Test
    void copiesOfAKilledRunAreRemovedByTheNext() {
        installation.world();
        try (RunningCli killed = delete("--wait", "60").start()) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> killed.standardError().contains("waiting"));
            killed.kill();
        }
        assertThat(abandonedFolders()).isNotEmpty();

        CliResult next = here("list").run();

        assertThat(next.exitCode()).as(next.toString()).isZero();
        assertThat(abandonedFolders()).isEmpty();
    }

    private static List<Path> abandonedFolders() {
        try (Stream<Path> folders = Files.list(Path.of("/tmp"))) {
            return folders.filter(folder -> Files.exists(folder.resolve(".held")))
                    .filter(HeldFolder::abandoned)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> apiservers() {
        return installation
                .docker("ps", "--quiet", "--filter", "label=com.docker.compose.service=apiserver")
                .lines()
                .toList();
    }

    private CliProcess delete(String... more) {
        return here(
                Stream.concat(
                                Stream.of(
                                        "delete",
                                        World.VICTIM,
                                        "--name",
                                        World.VICTIM_NAME,
                                        "--yes",
                                        "--with-live-agents",
                                        "--state-dir",
                                        folder.resolve("state").toString()),
                                more.length > 0 && more[0].equals("--wait")
                                        ? Stream.of(more)
                                        : Stream.concat(Stream.of("--wait", "0"), Stream.of(more)))
                        .toArray(String[]::new));
    }

    private CliProcess resume() {
        return here(
                "delete",
                "--resume",
                "--name",
                World.VICTIM_NAME,
                "--yes",
                "--with-live-agents",
                "--wait",
                "0",
                "--state-dir",
                folder.resolve("state").toString());
    }

    private CliProcess here(String... words) {
        return cli(
                Stream.concat(
                                Stream.of(words),
                                Stream.of("--site", "compose", "--project", installation.project()))
                        .toArray(String[]::new));
    }

    private CliProcess cli(String... words) {
        CliProcess process = CliProcess.of(words);
        for (Map.Entry<String, String> variable : installation.variables().entrySet()) {
            process = process.variable(variable.getKey(), variable.getValue());
        }
        return process;
    }
}
