package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ElasticServer;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.RedisServer;
import io.clearmltenants.fixture.Size;
import io.clearmltenants.fixture.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that no flag names. */
@OnServers
class ConfigurationIT {
    @TempDir Path config;
    private static Installation installation;
    private static String mongoPort;
    private static String elasticPort;
    private static String redisPort;

    @BeforeAll
    static void build(
            Installation installation,
            MongoServer mongo,
            ElasticServer elastic,
            RedisServer redis) {
        ConfigurationIT.installation = installation;
        mongoPort = String.valueOf(mongo.port());
        elasticPort = String.valueOf(elastic.port());
        redisPort = String.valueOf(redis.port());
        world();
    }

    private static World world() {
        return World.on(installation.clients()).withVictimOf(Size.SMALL).build();
    }

    @Test
    void theVariablesOfTheApiServerNameTheServers() {
        Proof proof = Proof.before(world());

        CliResult list = withServiceVariables("list").run();
        CliResult doctor = withServiceVariables("doctor").run();
        CliResult delete = withServiceVariables(Unattended.delete()).run();

        assertThat(list.exitCode()).as(list.toString()).isZero();
        assertThat(list.standardOutput()).contains(World.VICTIM, World.BYSTANDER);
        assertThat(doctor.exitCode()).as(doctor.toString()).isZero();
        assertThat(doctor.standardOutput())
                .contains(
                        "(variable CLEARML_MONGODB_SERVICE_HOST with CLEARML_MONGODB_SERVICE_PORT)",
                        "(variable CLEARML_ELASTIC_SERVICE_HOST with CLEARML_ELASTIC_SERVICE_PORT)",
                        "(variable CLEARML_REDIS_SERVICE_HOST with CLEARML_REDIS_SERVICE_PORT)",
                        "(variable CLEARML_UPLOAD_FOLDER)",
                        "http://localhost:8081  (built-in default)");
        assertThat(delete.exitCode()).as(delete.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void theVariablesForSingleSettingsNameTheServers() {
        CliResult result =
                cli("doctor")
                        .variable("CLEARML__HOSTS__MONGO__BACKEND__HOST", mongo("backend"))
                        .variable("CLEARML__HOSTS__MONGO__AUTH__HOST", mongo("auth"))
                        .variable("CLEARML__HOSTS__ELASTIC__EVENTS__HOSTS", elasticHosts())
                        .variable("CLEARML__HOSTS__ELASTIC__WORKERS__HOSTS", elasticHosts())
                        .variable("CLEARML__hosts__redis__apiserver__port", redisPort)
                        .variable("CLEARML__hosts__redis__workers__port", redisPort)
                        .run();

        assertThat(result.exitCode())
                .as("nobody says where the fileserver's folder is: " + result)
                .isEqualTo(12);
        assertThat(result.standardOutput())
                .contains(
                        "FAILED  No folder of the fileserver is known on this host; name it with --files.",
                        "(variable CLEARML__HOSTS__MONGO__BACKEND__HOST)",
                        "(variable CLEARML__HOSTS__ELASTIC__EVENTS__HOSTS)",
                        "(built-in default with CLEARML__hosts__redis__workers__port)");
    }

    @Test
    void theServersOwnFilesNameTheServers() throws IOException {
        Proof proof = Proof.before(world());
        files();

        CliResult doctor = withFiles("doctor", "--config-dir", config.toString()).run();
        CliResult list = withFiles("list").variable("CLEARML_CONFIG_DIR", config.toString()).run();
        CliResult delete =
                withFiles(Unattended.delete())
                        .variable("CLEARML_CONFIG_DIR", config.toString())
                        .run();

        assertThat(doctor.exitCode()).as(doctor.toString()).isZero();
        assertThat(doctor.standardOutput())
                .contains(
                        "(file "
                                + config.resolve("hosts.conf")
                                + " (hosts.mongo.backend.host) with MONGO_PORT)",
                        "(file "
                                + config.resolve("shared/redis.conf")
                                + " (hosts.redis.apiserver.host))",
                        "http://files.example:8081  (file "
                                + config.resolve("hosts.conf")
                                + " (hosts.fileserver))");
        assertThat(list.exitCode()).as(list.toString()).isZero();
        assertThat(list.standardOutput()).contains(World.VICTIM);
        assertThat(delete.exitCode()).as(delete.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void aFlagWinsOverVariablesAndIsSaidToHaveWon() {
        CliResult result =
                withServiceVariables("doctor", "--redis", "redis://127.0.0.1:" + redisPort)
                        .variable("CLEARML_REDIS_SERVICE_PORT", "1")
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardOutput())
                .contains("redis://127.0.0.1:" + redisPort + "/4  (flag --redis)");
    }

    @Test
    void aPasswordIsShownByItsOriginAlone() {
        CliResult result =
                withServiceVariables("doctor")
                        .variable("CLEARML_ELASTIC_SERVICE_USERNAME", "elastic")
                        .variable("CLEARML_ELASTIC_SERVICE_PASSWORD", "hunter2")
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardOutput())
                .contains("***  (variable CLEARML_ELASTIC_SERVICE_PASSWORD)")
                .doesNotContain("hunter2");
        assertThat(result.standardError()).doesNotContain("hunter2");
    }

    @Test
    void aBrokenFileIsNamedInOneSentence() throws IOException {
        Path file = Files.writeString(config.resolve("hosts.conf"), "mongo { backend { host: [");

        assertSentence(
                withFiles("list", "--config-dir", config.toString()).run(),
                file + " is not valid HOCON (at ");
    }

    @Test
    void aVariableThatAFileWantsAndNobodySetIsNamed() throws IOException {
        files();

        assertSentence(
                cli("list", "--config-dir", config.toString()).run(),
                "${MONGO_PORT}",
                "hosts.conf");
    }

    @Test
    void anIncludeThatIsRequiredAndMissingIsNamed() throws IOException {
        Files.writeString(config.resolve("hosts.conf"), "include required(\"gone.conf\")");

        assertSentence(cli("list", "--config-dir", config.toString()).run(), "gone.conf");
    }

    @Test
    void aConfigurationFolderThatIsMissingIsNamed() {
        assertSentence(
                cli("list", "--config-dir", config.resolve("missing").toString()).run(),
                "--config-dir names " + config.resolve("missing"));
    }

    private static void assertSentence(CliResult result, String... parts) {
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
        assertThat(result.standardOutput()).isEmpty();
        assertThat(result.standardError().lines()).as(result.toString()).hasSize(1);
        assertThat(result.standardError()).contains(parts).doesNotContain("Exception");
    }

    private void files() throws IOException {
        Files.writeString(
                config.resolve("hosts.conf"),
                """
                fileserver: http://files.example:8081
                mongo {
                  backend { host: "mongodb://127.0.0.1:"${MONGO_PORT}"/backend" }
                  auth { host: "mongodb://127.0.0.1:"${MONGO_PORT}"/auth" }
                }
                elastic {
                  events { hosts: [{host: "127.0.0.1", port: %s, scheme: ""}] }
                  workers { hosts: [{host: "127.0.0.1", port: %s}] }
                }
                include "shared/redis.conf"
                """
                        .formatted(elasticPort, elasticPort));
        Files.createDirectories(config.resolve("shared"));
        Files.writeString(
                config.resolve("shared/redis.conf"),
                """
                redis {
                  apiserver { host: "127.0.0.1", port: %s, db: 0 }
                  workers { host: "127.0.0.1", port: %s, db: 4 }
                }
                """
                        .formatted(redisPort, redisPort));
    }

    private static CliProcess withFiles(String... arguments) {
        return cli(arguments)
                .variable("MONGO_PORT", mongoPort)
                .variable("CLEARML_UPLOAD_FOLDER", installation.clients().files().toString());
    }

    private static CliProcess withServiceVariables(String... arguments) {
        return cli(arguments)
                .variable("CLEARML_MONGODB_SERVICE_HOST", "127.0.0.1")
                .variable("CLEARML_MONGODB_SERVICE_PORT", mongoPort)
                .variable("CLEARML_ELASTIC_SERVICE_HOST", "127.0.0.1")
                .variable("CLEARML_ELASTIC_SERVICE_PORT", elasticPort)
                .variable("CLEARML_REDIS_SERVICE_HOST", "127.0.0.1")
                .variable("CLEARML_REDIS_SERVICE_PORT", redisPort)
                .variable("CLEARML_UPLOAD_FOLDER", installation.clients().files().toString());
    }

    private static CliProcess cli(String... arguments) {
        return installation.cli(List.of(), arguments);
    }

    private static String mongo(String database) {
        return "mongodb://127.0.0.1:" + mongoPort + "/" + database;
    }

    private static String elasticHosts() {
        return "[{\"host\":\"127.0.0.1\",\"port\":%s,\"scheme\":\"\"}]".formatted(elasticPort);
    }
}
