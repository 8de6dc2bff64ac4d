package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.Size;
import io.clearmltenants.fixture.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.elasticsearch.client.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a deletion keeps for review, or by the user's word. */
@OnServers
class KeptIT {
    private Installation installation;

    @BeforeEach
    void connect(Installation installation) {
        this.installation = installation;
    }

    @Test
    void whatIsOfUnknownShapeIsKeptAndTheExitCodeSaysSo() throws Exception {
        World world =
                World.on(installation.clients())
                        .withVictimOf(Size.SMALL)
                        .withUnknownStatistics()
                        .withKeptUnknownCollections()
                        .build();
        Proof proof = Proof.before(world);

        CliResult result = installation.cli(Unattended.delete("--json")).run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(3);
        List<String> lines = result.standardOutput().lines().toList();
        ObjectMapper json = new ObjectMapper();
        for (String line : lines) {
            assertThat(json.readTree(line).path("schema").asText()).startsWith("clearml-tenants/");
        }
        JsonNode last = json.readTree(lines.getLast());
        assertThat(last.path("type").asText()).isEqualTo("summary");
        assertThat(last.toString())
                .contains("worker_stats_" + World.VICTIM + "_2024-w05")
                .contains("backend.resource_policy", "tenant_id names the tenant in 1 of its")
                .contains("backend.volume_template", "tenants names the tenant in 2 of its");
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();

        isResumedUntilNothingIsLeft("worker_stats_" + World.VICTIM + "_2024-w05");
    }

    /** A person looks at what was kept, and the run that left it is resumed. */
    private void isResumedUntilNothingIsLeft(String kept) throws IOException {
        CliResult still = resumed();
        assertThat(still.exitCode()).as(still.toString()).isEqualTo(3);
        assertThat(still.standardError()).contains("delete --resume ");

        installation.clients().elastic().performRequest(new Request("DELETE", "/" + kept));
        for (String collection : List.of("resource_policy", "volume_template")) {
            installation.clients().mongo().getDatabase("backend").getCollection(collection).drop();
        }

        CliResult done = resumed();
        assertThat(done.exitCode()).as(done.toString()).isZero();
        Remembered remembered = new Remembered(installation.state());
        remembered.theSumsAddUp();
        remembered.theJournalIsTheOneOfTheReport();
        CliResult again = resumed(remembered.run());
        assertThat(again.exitCode()).as(again.toString()).isEqualTo(2);
        assertThat(again.standardError()).contains("there is nothing to resume");
        assertThat(resumed().standardError()).contains("There is no run to resume");
    }

    private CliResult resumed(String... run) {
        return installation
                .cli(
                        Stream.of(
                                        Stream.of("delete", "--resume"),
                                        Stream.of(run),
                                        Stream.of(
                                                "--name",
                                                World.VICTIM_NAME,
                                                "--yes",
                                                "--with-live-agents",
                                                "--wait",
                                                "0"))
                                .flatMap(words -> words)
                                .toArray(String[]::new))
                .run();
    }

    @Test
    void filesOfTheOpenSourceLayoutStayByTheUsersWordAlone() throws Exception {
        World world = World.on(installation.clients()).withRealVictim().build();
        spread(installation.clients().files());
        Proof proof = Proof.before(world);

        CliResult refused = installation.cli(Unattended.delete()).run();
        CliResult planned = installation.cli("plan", World.VICTIM, "--with-live-agents").run();

        assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(5);
        assertThat(refused.standardError())
                .containsPattern("by project and task, not by tenant: \\d\\d files in \\d+ folders")
                .containsPattern("\\d\\d URLs of its documents that name files")
                .contains("this version does not erase them", "--without files");
        assertThat(planned.exitCode()).as(planned.toString()).isEqualTo(5);
        assertThat(planned.standardError()).isEqualTo(refused.standardError());
        assertThat(planned.standardOutput()).contains("Kept for review");
        proof.nothingIsChanged();

        CliResult kept = installation.cli(Unattended.delete("--without", "files")).run();
        CliResult verified = installation.cli("verify", World.VICTIM).run();
        CliResult without = installation.cli("verify", World.VICTIM, "--without=files").run();

        assertThat(kept.exitCode()).as(kept.toString()).isEqualTo(3);
        assertThat(oneLine(kept))
                .contains("was erased: all that it has in files was kept and not looked at")
                .contains("left out with --without files")
                .doesNotContain("Everything in");
        assertThat(verified.exitCode()).as(verified.toString()).isEqualTo(4);
        assertThat(verified.standardOutput()).contains("folders of its ");
        assertThat(without.exitCode()).as(without.toString()).isEqualTo(4);
        assertThat(without.standardOutput())
                .contains("was found in mongo, elastic, redis.", "Not looked at", "files: left out")
                .doesNotContain("is left in");
        proof.everythingElseIsUnchanged();
    }

    /** The victim's files as the open-source server keeps them: by project, without its folder. */
    private static void spread(Path root) throws IOException {
        Path own = root.resolve(World.VICTIM);
        try (Stream<Path> projects = Files.list(own)) {
            for (Path project : projects.toList()) {
                Files.move(project, root.resolve(project.getFileName()));
            }
        }
        Files.delete(own);
    }

    private static String oneLine(CliResult result) {
        return result.standardOutput().replaceAll("\\s+", " ");
    }
}
