package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.Hold;
import io.clearmltenants.fixture.RunningCli;
import io.clearmltenants.fixture.World;
import io.clearmltenants.phase.PhaseName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.elasticsearch.client.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plan of a run is no proof: whose an index is, the cluster says right before its deletion. */
@OnServers
class ForeignIndexIT {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String ALIAS = "queue_metrics_%s_2020-01";

    private Deletion deletion;

    @BeforeEach
    void prepare(Deletion deletion) {
        this.deletion = deletion;
    }

    @Test
    void anIndexThatIsNoLongerTheTenantsStaysWhateverThePlanOfTheRunSays() throws Exception {
        send("PUT", "/payments", "{}");
        send("PUT", "/reindexed", "{\"aliases\":{\"" + ALIAS.formatted(World.VICTIM) + "\":{}}}");
        killInTheMiddle();
        send("DELETE", "/reindexed/_alias/" + ALIAS.formatted(World.VICTIM), "");
        send("PUT", "/reindexed/_alias/" + ALIAS.formatted(World.BYSTANDER), "{}");
        Path plan = deletion.remembered().folder().resolve("plan.json");
        String cluster = cluster(plan);
        byte[] original = Files.readAllBytes(plan);

        EditedPlan.addTo(plan, plan, EditedPlan.index(cluster, "payments", ""));
        CliResult changed = deletion.resumed().run();
        EditedPlan.matchJournal(plan);
        CliResult refused = deletion.resumed().run();
        Files.write(plan, original);
        EditedPlan.addTo(
                plan, plan, EditedPlan.index(cluster, "payments", "events-log-" + World.VICTIM));
        EditedPlan.matchJournal(plan);
        CliResult result = deletion.resumed().run();

        assertThat(changed.exitCode()).as(changed.toString()).isEqualTo(13);
        assertThat(changed.standardError())
                .contains("plan.json was changed after its run began", "clearml-tenants delete ");
        assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(5);
        assertThat(refused.standardError()).contains("Index payments is not the tenant's");
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(3);
        assertThat(result.standardOutput().replaceAll("\\s+", " "))
                .contains("payments is not the tenant's by its name. It was left.")
                .contains("reindexed has the alias " + ALIAS.formatted(World.BYSTANDER));
        deletion.proof().victimIsGone();
        deletion.proof()
                .ignoring("elastic payments", "elastic reindexed")
                .everythingElseIsUnchanged();
        send("GET", "/payments,reindexed", "");
    }

    private void killInTheMiddle() {
        Hold hold = deletion.relays().mongo().holdWhen(FirstChange.of(PhaseName.DOCUMENTS));
        try (RunningCli running = deletion.relayed().start()) {
            hold.await(LONGEST);
            running.kill();
        }
        hold.cut();
    }

    /** Fails if the server refuses, as it does for an index that is not there. */
    private void send(String method, String path, String body) throws IOException {
        Request request = new Request(method, path);
        if (!body.isEmpty()) {
            request.setJsonEntity(body);
        }
        deletion.installation().clients().elastic().performRequest(request);
    }

    private static String cluster(Path plan) throws IOException {
        return StreamSupport.stream(
                        new ObjectMapper()
                                .readTree(Files.readString(plan))
                                .path("items")
                                .spliterator(),
                        false)
                .map(item -> item.path("address").path("cluster").asText())
                .filter(uuid -> !uuid.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
