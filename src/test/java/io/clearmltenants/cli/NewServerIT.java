package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ElasticServer;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.RedisServer;
import io.clearmltenants.fixture.Servers;
import io.clearmltenants.fixture.World;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server without companies: one that has just been started, or whose last tenant is gone. */
@ExtendWith(Servers.class)
class NewServerIT {
    @TempDir static Path folder;
    private static Installation installation;

    @BeforeAll
    static void start(MongoServer mongo, ElasticServer elastic, RedisServer redis) {
        installation = new Installation(mongo, elastic, redis, folder);
        installation
                .clients()
                .mongo()
                .getDatabase("backend")
                .getCollection("settings")
                .insertOne(new Document("_id", "server.uuid").append("value", "c0ffee"));
    }

    @AfterAll
    static void close() {
        installation.close();
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
