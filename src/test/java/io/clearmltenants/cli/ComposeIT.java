package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.clearmltenants.connect.HeldFolder;
import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ComposeInstallation;
import io.clearmltenants.fixture.EngineOnlyHost;
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
import java.util.stream.Stream;
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

    @BeforeEach
    void use(ComposeInstallation shared) {
        installation = shared;
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(helpers()).isEmpty();
        assertThat(abandonedFolders()).isEmpty();
    }

    @Test
    void doctorDrawsContainersAndFolder() {
        installation.world();

        CliResult result = here("doctor").run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardOutput())
                .contains(
                        "docker compose project " + installation.project(),
                        "├─ apiserver: container " + container("apiserver"),
                        "├─ mongo: container " + container("mongo"),
                        "files: /mnt/fileserver of container " + container("fileserver"),
                        "folder " + installation.files() + " of the engine's host",
                        "(variable CLEARML_REDIS_SERVICE_HOST with");
    }

    @Test
    void aTenantIsGoneAndEverybodyElseIsWhatTheyWereAndTheJournalIsHere() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        CliResult plan = here("plan", World.VICTIM, "--with-live-agents").run();
        proof.nothingIsChanged();
        CliResult result = here(Unattended.delete()).run();

        assertThat(plan.exitCode()).as(plan.toString()).isZero();
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardError())
                .contains("runs in a container beside " + container("apiserver"));
        assertThat(result.standardOutput()).contains("Certificate of deletion");
        assertThat(runFiles()).contains("journal.jsonl", "report.json", "plan.json");
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void aHostThatReachesTheEngineAloneDoesTheSame() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        CliResult result =
                new EngineOnlyHost(installation, folder)
                        .cli(Unattended.delete("--site", "compose", "--project", project()))
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

        CliResult planned = here("plan", World.VICTIM, "--with-live-agents", "--out", plan).run();
        CliResult silent = here("delete", "--plan", plan, "--with-live-agents").input("").run();
        proof.nothingIsChanged();
        CliResult result =
                here("delete", "--plan", plan, "--with-live-agents", "--wait", "0")
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
            assertThat(helpers()).containsExactly(theirs);
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
            CliResult result = here(Unattended.delete()).run();

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
            CliResult result = here("doctor").run();

            assertThat(result.exitCode()).as(result.toString()).isZero();
            assertThat(result.standardOutput())
                    .contains("files: /mnt/fileserver of container " + container("apiserver"));
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
            assertThat(result.standardError()).contains(project(), other, "--project NAME");
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
        assertThat(result.standardError()).contains("nobody", project());
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
                    .contains("redis: container " + container("redis"), "exited");
        } finally {
            installation.restore();
        }
    }

    @Test
    void interruptedOnceAndTwiceItCanBeResumed() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        CliResult once = interrupted(delete(60), "INT");
        CliResult twice = interrupted(here(waiting(60, Unattended.resume())), "INT", "INT");
        CliResult resumed = here(Unattended.resume()).run();

        assertThat(once.exitCode()).as(once.toString()).isEqualTo(130);
        assertThat(twice.exitCode()).as(twice.toString()).isEqualTo(130);
        assertThat(resumed.exitCode()).as(resumed.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void aDeletionWhoseProcessIsKilledGoesOnAndResumeAttachesToIt() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        kill(delete(20));
        CliResult listed = here("list").run();
        assertThat(listed.exitCode()).as(listed.toString()).isZero();
        assertThat(helpers()).hasSize(1);
        CliResult attached = here(Unattended.resume()).run();

        assertThat(attached.exitCode()).as(attached.toString()).isZero();
        assertThat(attached.standardOutput()).contains("Certificate of deletion");
        assertThat(runFiles()).contains("journal.jsonl", "report.json");
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void whatAKilledCommandLeftIsFetchedAndRemovedByTheNext() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        kill(delete(60));
        installation.docker("kill", helpers().getFirst());
        CliResult cleaned = here("list").run();
        assertThat(cleaned.exitCode()).as(cleaned.toString()).isZero();
        assertThat(helpers()).isEmpty();
        assertThat(runFiles()).contains("journal.jsonl");
        CliResult resumed = here(Unattended.resume()).run();

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

    /** As another operator's command would have it, whose host is not this one. */
    private String helperOfAnotherOperator() {
        return installation.docker(
                "create",
                "--label",
                "io.clearmltenants.operator=somebody@else",
                "--label",
                "io.clearmltenants.held=/nowhere",
                "--label",
                "io.clearmltenants.project=" + project(),
                image());
    }

    private List<String> helpers() {
        String filter = "label=io.clearmltenants.project=" + project();
        return lines("ps", "--all", "--quiet", "--no-trunc", "--filter", filter);
    }

    private List<String> apiservers() {
        return lines("ps", "--quiet", "--filter", "label=com.docker.compose.service=apiserver");
    }

    private List<String> lines(String... words) {
        return installation.docker(words).lines().filter(line -> !line.isBlank()).toList();
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

    private List<String> runFiles() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String image() {
        String format = "{{.Config.Image}}";
        String apiserver = installation.containerId("apiserver");
        return installation.docker("inspect", "--format", format, apiserver);
    }

    private String container(String service) {
        return project() + "-" + service;
    }

    private String project() {
        return installation.project();
    }

    private CliProcess delete(int wait) {
        return here(waiting(wait, Unattended.delete()));
    }

    /** Their last word says how long they wait. */
    private static String[] waiting(int wait, String... words) {
        words[words.length - 1] = String.valueOf(wait);
        return words;
    }

    private CliProcess here(String... words) {
        return installation.cli(
                folder,
                Stream.concat(
                                Stream.of(words),
                                Stream.of("--site", "compose", "--project", project()))
                        .toArray(String[]::new));
    }
}
