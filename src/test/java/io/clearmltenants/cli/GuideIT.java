package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ElasticServer;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.RedisServer;
import io.clearmltenants.fixture.Servers;
import io.clearmltenants.fixture.Size;
import io.clearmltenants.fixture.World;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every step of the vendor's guide has its equivalent. */
@ExtendWith(Servers.class)
class GuideIT {
    private static final String[] CALM = {"--with-live-agents", "--wait", "0"};

    @TempDir Path folder;
    private Installation installation;
    private Proof proof;

    @BeforeEach
    void build(MongoServer mongo, ElasticServer elastic, RedisServer redis) {
        installation = new Installation(mongo, elastic, redis, folder);
        proof = Proof.before(World.on(installation.clients()).withVictimOf(Size.SMALL).build());
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void theGuidesScriptRunsWithItsOwnWords() {
        CliResult early =
                run("cleanup-deleted-companies", "--ids", World.VICTIM, "--delete-company");
        assertThat(early.exitCode()).as(early.toString()).isEqualTo(5);
        assertThat(early.standardError()).contains("documents are gone");
        proof.nothingIsChanged();

        CliResult unnamed =
                run("delete-company-data-from-mongo", "--id", World.VICTIM, "--delete-user");
        assertThat(unnamed.exitCode()).as(unnamed.toString()).isEqualTo(6);
        proof.nothingIsChanged();

        assertDone(
                run(
                        "delete-company-data-from-mongo",
                        "--id",
                        World.VICTIM,
                        "--name",
                        "acme",
                        "--delete-user"));
        assertThat(companies()).as("the second step removes the company").isEqualTo(1);

        assertDone(run("cleanup-deleted-companies", "--ids", World.VICTIM, "--delete-company"));
        assertThat(companies()).isZero();

        assertDone(
                installation
                        .cli(
                                "delete",
                                World.VICTIM,
                                "--only",
                                "files",
                                "--orphans",
                                "--wait",
                                "0",
                                "--with-live-agents")
                        .input(World.VICTIM + "\n")
                        .run());
        assertDone(
                installation
                        .cli(
                                "delete",
                                World.VICTIM,
                                "--only",
                                "redis",
                                "--orphans",
                                "--wait",
                                "0",
                                "--with-live-agents")
                        .input(World.VICTIM + "\n")
                        .run());
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void eachStoreCanBeErasedAlone() {
        assertDone(only("files"));
        assertThat(installation.clients().files().resolve(World.VICTIM)).doesNotExist();
        assertThat(tasks()).isPositive();

        assertDone(only("elastic"));
        assertThat(tasks()).isPositive();

        assertDone(only("mongo"));
        assertThat(tasks()).isZero();
        CliResult left = installation.cli("verify", World.VICTIM).run();
        assertThat(left.exitCode()).as(left.toString()).isEqualTo(4);
        assertThat(left.standardOutput()).contains("redis").doesNotContain("mongo");

        assertDone(
                installation
                        .cli(
                                "delete",
                                World.VICTIM,
                                "--only",
                                "redis",
                                "--orphans",
                                "--wait",
                                "0",
                                "--with-live-agents")
                        .input(World.VICTIM + "\n")
                        .run());
        CliResult clean = installation.cli("verify", World.VICTIM).run();
        assertThat(clean.exitCode()).as(clean.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void ofSeveralTenantsOneThatFailsDoesNotStopTheRest() throws Exception {
        Path names =
                java.nio.file.Files.writeString(
                        folder.resolve("names.tsv"),
                        World.VICTIM
                                + "\tacme\nunknown\tnobody\n"
                                + World.BYSTANDER
                                + "\t"
                                + World.BYSTANDER_NAME
                                + "\n");

        CliResult result =
                run(
                        "delete",
                        "--ids",
                        World.VICTIM + ",unknown," + World.BYSTANDER,
                        "--names-from",
                        names.toString(),
                        "--yes");

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(10);
        assertThat(result.standardError())
                .contains(
                        World.VICTIM + " (acme): done",
                        "unknown (nobody): no such tenant",
                        World.BYSTANDER + " (" + World.BYSTANDER_NAME + "): done");
        assertThat(installation.cli("verify", World.VICTIM).run().exitCode()).isZero();
        assertThat(installation.cli("verify", World.BYSTANDER).run().exitCode()).isZero();
        assertThat(installation.cli("verify", World.DIGIT_TWIN).run().exitCode()).isEqualTo(4);
    }

    private CliResult run(String... arguments) {
        return installation
                .cli(
                        java.util.stream.Stream.concat(
                                        java.util.Arrays.stream(arguments),
                                        java.util.Arrays.stream(CALM))
                                .toArray(String[]::new))
                .run();
    }

    private CliResult only(String store) {
        return run("delete", World.VICTIM, "--name", "acme", "--yes", "--only", store);
    }

    private static void assertDone(CliResult result) {
        assertThat(result.exitCode()).as(result.toString()).isZero();
    }

    private long companies() {
        return installation
                .clients()
                .mongo()
                .getDatabase("backend")
                .getCollection("company")
                .countDocuments(new Document("_id", World.VICTIM));
    }

    private long tasks() {
        return installation
                .clients()
                .mongo()
                .getDatabase("backend")
                .getCollection("task")
                .countDocuments(new Document("company", World.VICTIM));
    }
}
