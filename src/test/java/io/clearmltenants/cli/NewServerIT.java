package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.World;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server without companies: one that has just been started, or whose last tenant is gone. */
@OnServers
class NewServerIT {
    private static Installation installation;

    @BeforeAll
    static void start(Installation installation) {
        NewServerIT.installation = installation;
        installation
                .clients()
                .mongo()
                .getDatabase("backend")
                .getCollection("settings")
                .insertOne(new Document("_id", "server.uuid").append("value", "c0ffee"));
    }

    @Test
    void itHasNoTenants() {
        CliResult result = installation.cli("list").run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardOutput()).isEqualTo("There are no tenants.\n");
    }

    @Test
    void doctorKnowsIt() {
        CliResult result = installation.cli("doctor").run();

        assertThat(result.standardOutput())
                .containsPattern("ok +MongoDB, databases backend and auth");
    }

    @Test
    void aPlanSaysThatThereIsNoSuchTenant() {
        CliResult result = installation.cli("plan", World.VICTIM).run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(10);
    }

    @Test
    void aMongoDbThatNoServerHasWrittenToIsNotTakenForOne() {
        CliResult result =
                installation
                        .cli(
                                installation.addresses().stream()
                                        .map(word -> word.replace("/?", "/other?"))
                                        .toList(),
                                "list")
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
        assertThat(result.standardError()).contains("a new one whose API server has not started");
    }
}
