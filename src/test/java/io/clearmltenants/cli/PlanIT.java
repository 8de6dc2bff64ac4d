package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.Size;
import io.clearmltenants.fixture.World;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnServers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanIT {
    @TempDir static Path folder;
    private static Installation installation;
    private static Proof proof;

    @BeforeAll
    static void build(Installation installation) {
        PlanIT.installation = installation;
        proof = Proof.before(World.on(installation.clients()).withVictimOf(Size.SMALL).build());
    }

    @Test
    @Order(1)
    void aPlanSaysWhatGoesAndWhyAndWarns() {
        CliResult result =
                installation
                        .cli("plan", World.VICTIM, "--with-live-agents", "--out", plan().toString())
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardOutput())
                .contains("acme (" + World.VICTIM + ")")
                .contains("backend.task (company)")
                .contains("events-log")
                .contains(World.VICTIM)
                .contains("Warnings")
                .contains("made public")
                .contains("agents");
        assertThat(result.standardOutput().lines().mapToInt(String::length).max().orElse(0))
                .isLessThanOrEqualTo(120);
        assertThat(plan()).exists();
        proof.nothingIsChanged();
    }

    @Test
    @Order(2)
    void aWrongNameIsSaidSoWithoutAPlan() {
        CliResult result = installation.cli("plan", World.VICTIM, "--name", "acmee").run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(5);
        assertThat(result.standardError()).contains("is named 'acme', not 'acmee'");
    }

    @Test
    @Order(2)
    void aPlanOfADeletionThatWouldBeRefusedSaysSoInTheSameWords() {
        CliResult planned = installation.cli("plan", World.VICTIM).run();
        CliResult deleted =
                installation.cli("delete", World.VICTIM, "--name", "acme", "--yes").run();

        assertThat(planned.exitCode()).as(planned.toString()).isEqualTo(5);
        assertThat(deleted.exitCode()).as(deleted.toString()).isEqualTo(5);
        assertThat(planned.standardError())
                .contains("seen in the last 10 minutes", "--with-live-agents")
                .isEqualTo(deleted.standardError());
        assertThat(planned.standardOutput()).contains("backend.task (company)");
        proof.nothingIsChanged();
    }

    @Test
    @Order(2)
    void aPlanThatLeavesAStoreOutIsNotExecutedByADeletionThatDoesNot() {
        Path without = folder.resolve("without-files.json");
        CliResult planned =
                installation
                        .cli(
                                "plan",
                                World.VICTIM,
                                "--with-live-agents",
                                "--without",
                                "files",
                                "--out",
                                without.toString())
                        .run();

        assertThat(planned.exitCode()).as(planned.toString()).isZero();
        assertThat(planned.standardOutput())
                .contains("everything of the tenant", "left out with --without files")
                .doesNotContain("its name is the tenant's id");
        assertThat(delete(without).exitCode()).isEqualTo(13);
        proof.nothingIsChanged();
    }

    @Test
    @Order(3)
    void aPlanThatWasEditedIsNotExecuted() throws Exception {
        Path edited = folder.resolve("edited.json");
        Files.writeString(edited, Files.readString(plan()).replace("\"acme\"", "\"acne\""));

        CliResult result = delete(edited);

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(13);
        proof.nothingIsChanged();
    }

    @ParameterizedTest
    @Order(4)
    @ValueSource(
            strings = {
                "'STATISTICS','index','payments',{'cluster':'c','index':'payments','uuid':'x','aliases':''}",
                "'DOCUMENTS','collection','backend.settings',{'database':'BACKEND','collection':'settings','rule':'company'}",
                "'REDIS','keys','workers (db 4): agents of others',{'alias':'workers','family':'WORKERS'}",
                "'FILES','folder','"
                        + World.BYSTANDER
                        + "',{'root':'/','name':'"
                        + World.BYSTANDER
                        + "'}"
            })
    void aPlanWithSomethingForeignIsNotExecutedThoughItsDigestIsRight(String item) {
        String[] parts = item.split(",", 4);
        Path edited = folder.resolve("foreign.json");
        EditedPlan.addTo(
                plan(),
                edited,
                "{'phase':%s,'kind':%s,'locator':%s,'address':%s,'amount':{'count':1,'unit':'things','bytes':0},'why':'','fingerprint':'f'}"
                        .formatted((Object[]) parts));

        CliResult result = delete(edited);

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(13);
        assertThat(result.standardError())
                .contains(parts[2].replace("'", "") + " is gone, or is not the tenant's");
        proof.nothingIsChanged();
    }

    @Test
    @Order(4)
    void whatDisappearedSinceThePlanIsRefused() {
        Document task = tasks().find(new Document("company", World.VICTIM)).first();
        tasks().deleteOne(new Document("_id", task.get("_id")));

        CliResult result = delete(plan());
        tasks().insertOne(task);

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(13);
        assertThat(result.standardError()).contains("backend.task (company) has changed");
        proof.nothingIsChanged();
    }

    @Test
    @Order(4)
    void whatAppearedSinceThePlanIsRefused() {
        tasks().insertOne(new Document("_id", "appeared").append("company", World.VICTIM));

        CliResult result = delete(plan());
        tasks().deleteOne(new Document("_id", "appeared"));

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(13);
        assertThat(result.standardError())
                .contains("backend.task", "has changed", "--accept-drift");
        proof.nothingIsChanged();
    }

    @Test
    @Order(5)
    void aPlanIsNotExecutedForAnotherTenant() {
        CliResult result =
                installation
                        .cli(
                                "delete",
                                World.BYSTANDER,
                                "--plan",
                                plan().toString(),
                                "--name",
                                World.BYSTANDER_NAME,
                                "--yes")
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(2);
        proof.nothingIsChanged();
    }

    @Test
    @Order(6)
    void aPlanThatStillMatchesIsExecuted() {
        CliResult result = delete(plan());

        assertThat(result.exitCode()).as(result.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    private static CliResult delete(Path plan) {
        return installation
                .cli(
                        "delete",
                        "--plan",
                        plan.toString(),
                        "--name",
                        "acme",
                        "--yes",
                        "--with-live-agents",
                        "--wait",
                        "0")
                .run();
    }

    private static Path plan() {
        return folder.resolve("plan.json");
    }

    private static MongoCollection<Document> tasks() {
        return installation.clients().mongo().getDatabase("backend").getCollection("task");
    }
}
