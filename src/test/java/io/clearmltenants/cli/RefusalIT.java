package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.RunningCli;
import io.clearmltenants.fixture.Size;
import io.clearmltenants.fixture.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is refused, nothing at all changes. */
@OnServers
class RefusalIT {
    @TempDir static Path folder;
    private static Installation installation;
    private static Proof proof;

    @BeforeAll
    static void build(Installation installation) {
        RefusalIT.installation = installation;
        proof =
                Proof.before(
                        World.on(installation.clients())
                                .withVictimOf(Size.SMALL)
                                .withCaseTwin()
                                .build());
    }

    @AfterEach
    void nothingIsChanged() {
        proof.nothingIsChanged();
    }

    @Test
    void aNameThatIsTypedWrongDoesNotConfirm() {
        CliResult result =
                installation
                        .cli("delete", World.BYSTANDER, "--with-live-agents")
                        .input("guest\n")
                        .run();

        assertRefused(result, 6, "'guest' is not the tenant's name; nothing was changed.");
    }

    @Test
    void eachOfTwoTenantsGetsItsOwnLineOfThePipe() {
        CliResult result =
                installation
                        .cli(
                                "delete",
                                "--ids",
                                World.BYSTANDER + "," + World.BYSTANDER,
                                "--name",
                                World.BYSTANDER_NAME,
                                "--name",
                                World.BYSTANDER_NAME,
                                "--with-live-agents")
                        .input("first\nsecond\n")
                        .run();

        assertRefused(
                result, 6, "'first' is not the tenant's name", "'second' is not the tenant's name");
    }

    @Test
    void nobodyToTypeTheNameDoesNotConfirm() {
        CliResult result =
                installation
                        .cli(
                                "delete",
                                World.BYSTANDER,
                                "--name",
                                World.BYSTANDER_NAME,
                                "--with-live-agents")
                        .run();

        assertRefused(result, 6, "unattended, give --name with the tenant's name and --yes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void thePromptEndsAtTheFirstSignal(String signal) {
        CliProcess asked =
                installation
                        .cli("delete", World.BYSTANDER, "--with-live-agents")
                        .launchedBy(
                                List.of(
                                        "sh",
                                        "-c",
                                        "mkfifo answers && exec 3<>answers && exec \"$@\" <&3",
                                        "sh"));
        try (RunningCli running = asked.start()) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> running.standardError().contains("to erase it: "));
            running.signal(signal);

            assertRefused(running.awaitEnd(), 6, "Stopped before anybody confirmed");
        }
    }

    @Test
    void oneDamagedRunDoesNotKeepOtherTenantsFromBeingLookedAt() throws Exception {
        Path run = Files.createDirectories(folder.resolve("old/runs/20260101T000000Z-abc-1"));
        Files.writeString(run.resolve("run.json"), "{}");
        String[] state = {"--state-dir", folder.resolve("old").toString()};

        CliResult plan =
                installation
                        .cli(installation.addresses(), "plan", World.BYSTANDER, state[0], state[1])
                        .run();

        assertThat(plan.standardError())
                .as(plan.toString())
                .contains("run 20260101T000000Z-abc-1 is passed over");
        assertThat(plan.standardOutput()).as(plan.toString()).contains(World.BYSTANDER);
    }

    @Test
    void agentsThatStillRunAreNotCutOff() {
        CliResult result =
                installation
                        .cli("delete", World.BYSTANDER, "--name", World.BYSTANDER_NAME, "--yes")
                        .run();

        assertRefused(result, 5, "seen in the last 10 minutes", "--with-live-agents");
    }

    @Test
    void aNameOfAnotherTenantDoesNotConfirm() {
        CliResult result =
                installation
                        .cli("delete", World.VICTIM, "--name", World.BYSTANDER_NAME, "--yes")
                        .run();

        assertRefused(result, 5, "is named 'acme', not 'guests'");
    }

    @Test
    void theDefaultCompanyIsNeverDeleted() {
        CliResult result =
                installation
                        .cli(
                                "delete",
                                World.DEFAULT_COMPANY,
                                "--name",
                                World.DEFAULT_COMPANY_NAME,
                                "--yes")
                        .run();

        assertRefused(result, 5, "default company");
    }

    @Test
    void aCompanyThatTheConfigurationNamesIsNeverDeleted() {
        CliResult result =
                installation
                        .cli("delete", World.BYSTANDER, "--name", World.BYSTANDER_NAME, "--yes")
                        .variable(
                                "CLEARML__SERVICES__AUTH__FIXED_USERS__GUEST__DEFAULT_COMPANY",
                                World.BYSTANDER)
                        .run();

        assertRefused(result, 5, "guest");
    }

    @Test
    void aTenantWithACaseTwinIsNotDeleted() {
        CliResult result = installation.cli(Unattended.delete()).run();

        assertRefused(result, 5, World.CASE_TWIN, "shares its Elasticsearch indices");
    }

    @Test
    void anUnknownTenantIsSaidToBeUnknown() {
        assertRefused(
                installation.cli("delete", "c0ffee", "--name", "acme", "--yes").run(),
                10,
                "There is no tenant with the id 'c0ffee'");
    }

    @Test
    void yesWithoutANameIsWrongUsage() {
        assertRefused(
                installation.cli("delete", World.BYSTANDER, "--yes").run(),
                2,
                "--yes needs --name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "/", "*", "a/b", "c0ffee*"})
    void anIdThatCouldReachFurtherIsRefused(String id) {
        assertThat(installation.cli("delete", id, "--name", "acme", "--yes").run().exitCode())
                .isEqualTo(5);
    }

    @Test
    void aFileserverRootThatIsMissingIsRefused() {
        CliResult result =
                installation
                        .cli(
                                installation.addressesWithFiles(folder.resolve("missing")),
                                bystander())
                        .run();

        assertRefused(result, 5, "does not exist; name it with --files");
    }

    @Test
    void aFileserverRootThatIsAFileIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("a file"), "");

        assertRefused(
                installation.cli(installation.addressesWithFiles(file), bystander()).run(),
                5,
                "is not a folder");
    }

    @Test
    void theRootOfTheMachineIsNoFileserver() {
        assertRefused(
                installation.cli(installation.addressesWithFiles(Path.of("/")), bystander()).run(),
                5,
                "the root of the whole machine");
    }

    @Test
    void aTenantsFolderThatIsALinkIsRefused() throws Exception {
        Path root = Files.createDirectories(folder.resolve("linking"));
        Path target = Files.createDirectories(folder.resolve("elsewhere/inside"));
        Files.createSymbolicLink(root.resolve(World.BYSTANDER), target.getParent());

        CliResult result =
                installation.cli(installation.addressesWithFiles(root), bystander()).run();

        assertRefused(result, 5, "is a link to");
        assertThat(target).exists();
    }

    @Test
    void severalIdsNeedANameEach() {
        assertRefused(
                installation.cli("delete", "--ids", "a,b", "--name", "acme", "--yes").run(),
                2,
                "2 ids and 1 names");
    }

    @Test
    void aMistypedOptionIsAnsweredInOneSentence() {
        CliResult result = installation.cli("delete", World.BYSTANDER, "--forse").run();

        assertRefused(result, 2, "Unknown option: '--forse'");
        assertThat(result.standardError()).doesNotContain("\tat ");
    }

    private static String[] bystander() {
        return new String[] {
            "delete",
            World.BYSTANDER,
            "--name",
            World.BYSTANDER_NAME,
            "--yes",
            "--with-live-agents",
            "--wait",
            "0"
        };
    }

    private static void assertRefused(CliResult result, int code, String... words) {
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(code);
        assertThat(result.standardError()).contains(words);
        assertThat(result.standardOutput()).isEmpty();
    }
}
