package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.fixture.Capability;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ElasticServer;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.Needs;
import io.clearmltenants.fixture.RedisServer;
import io.clearmltenants.fixture.Size;
import io.clearmltenants.fixture.World;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What doctor says of servers that are open to all; {@link SecuredServersIT} has the others. */
@OnServers
class DoctorIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Nothing listens there. */
    private static final String CLOSED = "127.0.0.1:1";

    private static Installation installation;
    private static String mongoUri;
    private static String elasticUri;
    private static String redisUri;

    @BeforeAll
    static void build(
            Installation installation,
            MongoServer mongo,
            ElasticServer elastic,
            RedisServer redis) {
        DoctorIT.installation = installation;
        mongoUri = mongo.uri();
        elasticUri = elastic.uri();
        redisUri = "redis://127.0.0.1:" + redis.port();
        World.on(installation.clients()).withVictimOf(Size.SMALL).build();
    }

    @Test
    @Needs(Capability.SELF_DESCRIPTION)
    void eachServerIsShownWithVersionClockTopologySpaceAndRights() {
        CliResult result = installation.cli("doctor").run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardOutput())
                .containsPattern("ok +MongoDB, databases backend and auth, version \\d")
                .containsPattern("(replica set \\S+ with \\d+ members|standalone)")
                .containsPattern("ok +Elasticsearch \\(events\\) at \\S+, version 8\\.")
                .containsPattern("health (green|yellow), 1 nodes, \\d+ shards")
                .containsPattern("ok +Redis at 127\\.0\\.0\\.1:\\d+, version \\d")
                .contains(
                        "apiserver in database 0, fileserver in database 8, workers in database 4")
                .contains("takes writes")
                .containsPattern("ok +Fileserver's folder")
                .containsPattern("\\d\\.\\d of \\d+\\.\\d GB free");
        assertThat(result.standardOutput().split("clock [+-]\\d+ ms from ours")).hasSize(4);
        assertThat(result.standardOutput().split("access is not controlled")).hasSize(4);
        assertThat(result.standardError()).isEmpty();
    }

    @Test
    void eachSettingSaysWhoGaveIt() {
        CliResult result = installation.cli("doctor").run();

        String settings = result.standardOutput().split("\n\n")[0];
        assertThat(settings.lines().skip(1)).allMatch(line -> line.matches(".*\\(\\S.*\\)"));
        assertThat(settings).contains("(flag --mongo)", "(flag --files)", "(built-in default)");
    }

    @Test
    void theCompaniesThatAreNeverDeletedHaveAPlaceOfTheirOwn() {
        CliResult result = installation.cli("doctor").run();

        assertThat(result.standardOutput())
                .contains(
                        """
                        Companies that are never deleted:
                          025315a9321f49f8be07f5ac48fbcf92
                                  is the guest user's company (services.auth.fixed_users.guest.default_company)  (built-in default)
                          d1bd92a3b039400cbafc60a7a5b1e52b
                                  is the server's default company (apiserver.default_company)  (built-in default)
                        """);
    }

    @Test
    void theSameIsThereInJson() throws Exception {
        CliResult result = installation.cli("doctor", "--json").run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        JsonNode doctor = JSON.readTree(result.standardOutput());
        assertThat(doctor.path("schema").asText()).isEqualTo("clearml-tenants/doctor/1");
        assertThat(doctor.path("settings")).isNotEmpty();
        assertThat(doctor.path("settings"))
                .allMatch(line -> !line.path("origin").asText().isEmpty());
        assertThat(doctor.path("protectedCompanies").findValuesAsText("id"))
                .contains(World.DEFAULT_COMPANY);
        assertThat(doctor.path("servers").findValuesAsText("store"))
                .containsExactly("files", "mongo", "elastic", "redis");
        assertThat(doctor.path("servers").findValuesAsText("version")).hasSize(4);
    }

    @Test
    void aStoreThatIsDownDoesNotHideTheOthers() {
        List<String> addresses =
                installation.addresses(mongoUri, "http://" + CLOSED, "redis://" + CLOSED);
        CliResult result = installation.cli(addresses, "doctor").run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
        assertThat(result.standardOutput())
                .containsPattern("ok +MongoDB")
                .containsPattern("FAILED +Elasticsearch cannot be reached at .*" + CLOSED)
                .containsPattern("FAILED +Redis, " + CLOSED + ", does not answer")
                .containsPattern("ok +Fileserver's folder");
    }

    @Test
    void aMongoDbThatIsDownDoesNotHideTheOthersInJson() throws Exception {
        List<String> addresses =
                installation.addresses("mongodb://" + CLOSED, elasticUri, redisUri);
        CliResult result = installation.cli(addresses, "doctor", "--json").run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
        JsonNode servers = JSON.readTree(result.standardOutput()).path("servers");
        assertThat(servers.path(1).path("store").asText()).isEqualTo("mongo");
        assertThat(servers.path(1).path("reason").asText())
                .isEqualTo(
                        "MongoDB cannot be reached at 127.0.0.1:1 (Connection refused); check the address, or give --mongo.");
        assertThat(servers).hasSize(4);
    }

    @Test
    void anotherMongoDbIsNotTakenForTheServers() {
        installation.clients().mongo().getDatabase("other").createCollection("company");
        String other = mongoUri.replace("/?", "/other?");

        CliResult result =
                installation
                        .cli(installation.addresses(other, elasticUri, redisUri), "doctor")
                        .run();

        assertThat(result.standardOutput())
                .as("the database that holds companies is found beside the one that is named")
                .contains("MongoDB, databases backend and auth");
    }
}
