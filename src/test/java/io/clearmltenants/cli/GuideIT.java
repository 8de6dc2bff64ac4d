package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.Size;
import io.clearmltenants.fixture.World;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every step of the vendor's guide has its equivalent. */
@OnServers
class GuideIT {
    private static final String[] CALM = {"--with-live-agents", "--wait", "0"};

    @TempDir Path folder;
    private Installation installation;
    private Proof proof;

    @BeforeEach
    void build(Installation installation) {
        this.installation = installation;
        proof = Proof.before(World.on(installation.clients()).withVictimOf(Size.SMALL).build());
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
        assertThat(unnamed.standardError())
                .contains("unattended, give --name with the tenant's name.")
                .doesNotContain("--yes");
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

        assertDone(orphans("files"));
        assertDone(orphans("redis"));
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    /** The rows of the table in the README, one after the other. */
    @Test
    void theRowsOfTheGuideWorkOneAfterTheOther() {
        CliResult mongo = assertDone(only("mongo"));
        assertThat(oneLine(mongo))
                .contains("Everything in mongo of the tenant acme")
                .contains("Not part of this run, and not looked at: files, elastic, redis.");
        assertThat(tasks() + companies()).isZero();
        CliResult left = installation.cli("verify", World.VICTIM).run();
        assertThat(left.exitCode()).as(left.toString()).isEqualTo(4);
        assertThat(left.standardOutput()).contains("redis", "elastic", "files");
        assertThat(verified("--only", "mongo"))
                .isEqualTo("Nothing of tenant " + World.VICTIM + " is left in mongo.\n");

        CliResult withoutWord = only("elastic");
        assertThat(withoutWord.exitCode()).as(withoutWord.toString()).isEqualTo(10);
        assertThat(withoutWord.standardError()).contains("--orphans");
        assertDone(orphans("elastic"));
        assertDone(orphans("files"));
        assertThat(installation.clients().files().resolve(World.VICTIM)).doesNotExist();
        assertDone(
                run(
                        "delete",
                        World.VICTIM,
                        "--name",
                        "acme",
                        "--yes",
                        "--only",
                        "redis",
                        "--orphans"));

        assertThat(verified("--wait=1"))
                .isEqualTo("Nothing of tenant " + World.VICTIM + " is left.\n");
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void withoutDeleteUserUsersAndCompanyStay() {
        assertDone(only("mongo", "--keep-users"));

        assertThat(tasks()).isZero();
        assertThat(companies()).isEqualTo(1);
        assertDone(only("elastic", "--orphans"));
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
        return installation.cli(with(CALM, arguments)).run();
    }

    private CliResult only(String store, String... more) {
        return run(
                Stream.concat(
                                Stream.of("delete", World.VICTIM, "--name", "acme", "--yes"),
                                Stream.concat(Stream.of("--only", store), Stream.of(more)))
                        .toArray(String[]::new));
    }

    /** The company document is gone, so its id is typed in place of its name. */
    private CliResult orphans(String store) {
        return installation
                .cli(with(CALM, "delete", World.VICTIM, "--only", store, "--orphans"))
                .input(World.VICTIM + "\n")
                .run();
    }

    private String verified(String... options) {
        return assertDone(installation.cli(with(options, "verify", World.VICTIM)).run())
                .standardOutput();
    }

    private static String[] with(String[] more, String... words) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    private static String oneLine(CliResult result) {
        return result.standardOutput().replaceAll("\\s+", " ");
    }

    private static CliResult assertDone(CliResult result) {
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return result;
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
