package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ElasticServer;
import io.clearmltenants.fixture.ElasticVersion;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.RedisServer;
import io.clearmltenants.fixture.Servers;
import io.clearmltenants.fixture.Version;
import io.clearmltenants.fixture.World;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Servers.class)
class DeleteIT {
    private static final String[] UNATTENDED = {
        "delete",
        World.VICTIM,
        "--name",
        World.VICTIM_NAME,
        "--yes",
        "--with-live-agents",
        "--wait",
        "0"
    };

    @TempDir Path folder;
    private Installation installation;
    private World world;
    private Proof proof;

    @BeforeEach
    void build(MongoServer mongo, ElasticServer elastic, RedisServer redis) {
        installation = new Installation(mongo, elastic, redis, folder);
        world = World.on(installation.clients()).build();
        proof = Proof.before(world);
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void theTenantIsGoneAndEverybodyElseIsWhatTheyWere() {
        CliResult result = installation.cli(UNATTENDED).run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void theSameOnElasticsearch7(
            MongoServer mongo,
            @Version(ElasticVersion.SEVEN) ElasticServer elastic,
            RedisServer redis) {
        installation.close();
        installation = new Installation(mongo, elastic, redis, folder.resolve("seven"));
        world = World.on(installation.clients()).withAlias().withClosedIndices().build();
        proof = Proof.before(world);

        CliResult result = installation.cli(UNATTENDED).run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void theNameThatIsTypedConfirms() {
        CliResult result =
                installation
                        .cli("delete", World.VICTIM, "--with-live-agents", "--wait", "0")
                        .input("acme\n")
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardError()).contains("Type the tenant's name");
        proof.victimIsGone();
    }

    @Test
    void aNameThatIsTypedWrongChangesNothing() {
        CliResult result =
                installation
                        .cli("delete", World.VICTIM, "--with-live-agents")
                        .input("acmee\n")
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(6);
        assertThat(result.standardError())
                .contains("'acmee' is not the tenant's name; nothing was changed.");
        proof.nothingIsChanged();
    }

    @Test
    void withoutAnybodyToConfirmNothingIsChanged() {
        CliResult result =
                installation
                        .cli("delete", World.VICTIM, "--name", "acme", "--with-live-agents")
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(6);
        proof.nothingIsChanged();
    }

    @Test
    void agentsThatStillRunStopADeletion() {
        CliResult result =
                installation.cli("delete", World.VICTIM, "--name", "acme", "--yes").run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(5);
        assertThat(result.standardError())
                .contains("seen in the last 10 minutes", "--with-live-agents");
        proof.nothingIsChanged();
    }

    @Test
    void aWrongNameStopsADeletion() {
        CliResult result =
                installation.cli("delete", World.VICTIM, "--name", "guests", "--yes").run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(5);
        assertThat(result.standardError()).contains("is named 'acme', not 'guests'");
        proof.nothingIsChanged();
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

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(5);
        assertThat(result.standardError()).contains("default company");
        proof.nothingIsChanged();
    }

    @Test
    void aTenantWithACaseTwinIsNotDeleted() {
        world = World.on(installation.clients()).withCaseTwin().build();
        proof = Proof.before(world);

        CliResult result = installation.cli(UNATTENDED).run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(5);
        assertThat(result.standardError()).contains(World.CASE_TWIN);
        proof.nothingIsChanged();
    }

    @Test
    void anUnknownTenantIsSaidToBeUnknown() {
        CliResult result = installation.cli("delete", "c0ffee", "--name", "acme", "--yes").run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(10);
        proof.nothingIsChanged();
    }

    @Test
    void yesWithoutANameIsWrongUsage() {
        CliResult result = installation.cli("delete", World.VICTIM, "--yes").run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(2);
        proof.nothingIsChanged();
    }

    @Test
    void anEmptyIdIsRefusedBeforeAnyServerIsAsked() {
        CliResult result = installation.cli("delete", "", "--name", "acme", "--yes").run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(5);
        assertThat(result.standardError()).contains("id is empty");
        proof.nothingIsChanged();
    }

    @Test
    void aFileserverRootThatIsMissingIsRefused() {
        CliResult result =
                installation
                        .cli(installation.addressesWithFiles(folder.resolve("missing")), UNATTENDED)
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(5);
        assertThat(result.standardError()).contains("does not exist; name it with --files");
        proof.nothingIsChanged();
    }

    @Test
    void theRootOfTheMachineIsNoFileserver() {
        CliResult result =
                installation.cli(installation.addressesWithFiles(Path.of("/")), UNATTENDED).run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(5);
        proof.nothingIsChanged();
    }

    @Test
    void aTenantsFolderThatIsALinkIsRefused() throws Exception {
        Path victims = installation.clients().files().resolve(World.VICTIM);
        Files.move(victims, folder.resolve("elsewhere"));
        Files.createSymbolicLink(victims, folder.resolve("elsewhere"));

        CliResult result = installation.cli(UNATTENDED).run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(5);
        assertThat(result.standardError()).contains("is a link to");
        assertThat(folder.resolve("elsewhere")).isNotEmptyDirectory();
    }

    @Test
    void usersAndCompanyStayWhereTheyAreToBeKept() {
        CliResult result =
                installation
                        .cli(
                                "delete",
                                World.VICTIM,
                                "--name",
                                "acme",
                                "--yes",
                                "--with-live-agents",
                                "--wait",
                                "0",
                                "--keep-users")
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(
                        installation
                                .clients()
                                .mongo()
                                .getDatabase("backend")
                                .getCollection("company")
                                .find(new org.bson.Document("_id", World.VICTIM)))
                .hasSize(1);
        assertThat(
                        installation
                                .clients()
                                .mongo()
                                .getDatabase("auth")
                                .getCollection("user")
                                .find(new org.bson.Document("company", World.VICTIM)))
                .isNotEmpty();
        assertThat(
                        installation
                                .clients()
                                .mongo()
                                .getDatabase("backend")
                                .getCollection("task")
                                .find(new org.bson.Document("company", World.VICTIM)))
                .isEmpty();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void anIndexOfUnknownShapeIsKeptAndSaidToBe() {
        world = World.on(installation.clients()).withUnknownStatistics().build();
        proof = Proof.before(world);

        CliResult result = installation.cli(UNATTENDED).run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(3);
        assertThat(result.standardOutput()).contains("worker_stats_" + World.VICTIM + "_2024-w05");
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void aRunThatNeverSawTheCompanyGoesOnWithOrphans() {
        installation
                .clients()
                .mongo()
                .getDatabase("backend")
                .getCollection("company")
                .deleteOne(new org.bson.Document("_id", World.VICTIM));

        CliResult refused = installation.cli(UNATTENDED).run();
        CliResult result =
                installation
                        .cli(
                                "delete",
                                World.VICTIM,
                                "--orphans",
                                "--with-live-agents",
                                "--wait",
                                "0")
                        .input(World.VICTIM + "\n")
                        .run();

        assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(10);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }
}
