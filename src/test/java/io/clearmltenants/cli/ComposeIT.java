package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ComposeInstallation;
import io.clearmltenants.fixture.EngineOnlyHost;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.Servers;
import io.clearmltenants.fixture.World;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The program on a host whose engine runs an installation of docker compose. */
@ExtendWith(Servers.class)
class ComposeIT {
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
    void doctorDrawsContainersAndFolder() {
        installation.world();

        CliResult result = host.here("doctor").run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardOutput())
                .contains(
                        "docker compose project " + installation.project(),
                        "├─ apiserver: container " + host.container("apiserver"),
                        "├─ mongo: container " + host.container("mongo"),
                        "files: /mnt/fileserver of container " + host.container("fileserver"),
                        "folder " + installation.files() + " of the engine's host",
                        "(variable CLEARML_REDIS_SERVICE_HOST with");
    }

    @Test
    void aTenantIsGoneAndEverybodyElseIsWhatTheyWereAndTheJournalIsHere() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        CliResult plan = host.here("plan", World.VICTIM, "--with-live-agents").run();
        proof.nothingIsChanged();
        CliResult result = host.here(Unattended.delete()).run();

        assertThat(plan.exitCode()).as(plan.toString()).isZero();
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardError())
                .contains("runs in a container beside " + host.container("apiserver"));
        assertThat(result.standardOutput()).contains("Certificate of deletion");
        assertThat(host.runFiles()).contains("journal.jsonl", "report.json", "plan.json");
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void aHostThatReachesTheEngineAloneDoesTheSame() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        CliResult result =
                new EngineOnlyHost(installation, folder)
                        .cli(Unattended.delete("--site", "compose", "--project", host.project()))
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void theNameIsTypedHereAndAPlanIsWrittenHere() {
        World world = installation.world();
        Proof proof = Proof.before(world);
        String plan = folder.resolve("plan.json").toString();

        CliResult planned =
                host.here("plan", World.VICTIM, "--with-live-agents", "--out", plan).run();
        CliResult silent =
                host.here("delete", "--plan", plan, "--with-live-agents").input("").run();
        proof.nothingIsChanged();
        CliResult result =
                host.here("delete", "--plan", plan, "--with-live-agents", "--wait", "0")
                        .input(World.VICTIM_NAME + "\n")
                        .run();

        assertThat(planned.exitCode()).as(planned.toString()).isZero();
        assertThat(silent.exitCode()).as(silent.toString()).isEqualTo(6);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void itFindsTheOnlyInstallationByItselfAndOthersHelpersAreLeftAlone() {
        assumeThat(apiservers()).as("another installation runs on this engine").hasSize(1);
        World world = installation.world();
        String theirs = helperOfAnotherOperator();
        try {
            CliResult result = installation.cli(folder, "list").run();

            assertThat(result.exitCode()).as(result.toString()).isZero();
            assertThat(result.standardOutput()).contains(world.victim().id());
            assertThat(host.helpers()).containsExactly(theirs);
        } finally {
            installation.docker("rm", "--force", theirs);
        }
    }

    @Test
    void withAStoppedFileserverItsFilesAreErasedToo() {
        World world = installation.world();
        Proof proof = Proof.before(world);
        installation.docker("stop", "--time", "1", installation.containerId("fileserver"));
        try {
            CliResult result = host.here(Unattended.delete()).run();

            assertThat(result.exitCode()).as(result.toString()).isZero();
            proof.victimIsGone();
            proof.everythingElseIsUnchanged();
        } finally {
            installation.restore();
        }
    }

    @Test
    void withoutAFileserverTheFolderIsTheApiservers() {
        installation.world();
        installation.docker("rm", "--force", installation.containerId("fileserver"));
        try {
            CliResult result = host.here("doctor").run();

            assertThat(result.exitCode()).as(result.toString()).isZero();
            assertThat(result.standardOutput())
                    .contains("files: /mnt/fileserver of container " + host.container("apiserver"));
        } finally {
            installation.restore();
        }
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
                image());
        try {
            CliResult result = installation.cli(folder, "list").run();
            CliResult named = installation.cli(folder, "list", "--site", "compose").run();

            assertThat(result.exitCode()).as(result.toString()).isEqualTo(2);
            assertThat(result.standardError()).contains(host.project(), other, "--project NAME");
            assertThat(named.exitCode()).as(named.toString()).isEqualTo(2);
        } finally {
            installation.docker("rm", "--force", other);
        }
    }

    @Test
    void aProjectThatIsNotThereIsSaidSo() {
        CliResult result =
                installation.cli(folder, "list", "--site", "compose", "--project", "nobody").run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
        assertThat(result.standardError()).contains("nobody", host.project());
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
            CliResult result = host.here("doctor").run();

            assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
            assertThat(result.standardOutput())
                    .contains("redis: container " + host.container("redis"), "exited");
        } finally {
            installation.restore();
        }
    }

    /** As another operator's command would have it, whose host is not this one. */
    private String helperOfAnotherOperator() {
        return installation.docker(
                "create",
                "--label",
                "io.clearmltenants.operator=somebody@else",
                "--label",
                "io.clearmltenants.held=/nowhere",
                "--label",
                "io.clearmltenants.project=" + host.project(),
                image());
    }

    private List<String> apiservers() {
        return host.lines(
                "ps", "--quiet", "--filter", "label=com.docker.compose.service=apiserver");
    }

    private String image() {
        String format = "{{.Config.Image}}";
        String apiserver = installation.containerId("apiserver");
        return installation.docker("inspect", "--format", format, apiserver);
    }
}
