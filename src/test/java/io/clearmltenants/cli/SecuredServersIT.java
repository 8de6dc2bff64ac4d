package io.clearmltenants.cli;

import static io.clearmltenants.cli.SecuredServers.ELASTIC_PASSWORD;
import static io.clearmltenants.cli.SecuredServers.MONGO_PASSWORD;
import static io.clearmltenants.cli.SecuredServers.READER;
import static io.clearmltenants.cli.SecuredServers.REDIS_PASSWORD;
import static io.clearmltenants.cli.SecuredServers.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.clearmltenants.fixture.Capability;
import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.Needs;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.Size;
import io.clearmltenants.fixture.World;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** Servers with passwords and TLS by a private authority. */
@Needs({Capability.LOGIN, Capability.TLS})
class SecuredServersIT {
    @TempDir static Path folder;
    private static SecuredServers servers;

    @BeforeAll
    static void start() {
        servers = new SecuredServers(folder);
    }

    @AfterAll
    static void end() {
        servers.close();
    }

    private static World world() {
        return World.on(servers.installation().clients()).withVictimOf(Size.SMALL).build();
    }

    @Nested
    class WhoeverIsLetIn {
        private Proof proof;

        @BeforeEach
        void build() {
            proof = Proof.before(world());
        }

        @Test
        void deletesWithPasswordsFromFiles() {
            assertDeleted(servers.cli(servers.passwordFiles(), Unattended.delete()));
        }

        @Test
        void deletesWithPasswordsFromVariables() {
            assertDeleted(
                    servers.cli(servers.caFile(), Unattended.delete())
                            .variable("CLEARML_TENANTS_MONGO_PASSWORD", MONGO_PASSWORD)
                            .variable("CLEARML_TENANTS_ELASTIC_PASSWORD", ELASTIC_PASSWORD)
                            .variable("CLEARML_TENANTS_REDIS_PASSWORD", REDIS_PASSWORD));
        }

        private void assertDeleted(CliProcess deletion) {
            CliResult result = deletion.run();

            assertThat(result.exitCode()).as(result.toString()).isZero();
            assertThat(servers.secretsIn(result)).isEmpty();
            proof.victimIsGone();
            proof.everythingElseIsUnchanged();
        }
    }

    @Nested
    class WhoeverIsNotLetIn {
        private static Proof proof;

        @BeforeAll
        static void build() {
            proof = Proof.before(world());
        }

        @Test
        void isToldThatMongoDbsPasswordIsWrong() {
            assertRefused(
                    servers.cli(
                                    servers.passwordFiles(
                                            WRONG_PASSWORD, ELASTIC_PASSWORD, REDIS_PASSWORD),
                                    Unattended.delete())
                            .run(),
                    "MongoDB does not accept the user or password");
        }

        @Test
        void isToldThatElasticsearchsPasswordIsWrong() {
            assertRefused(
                    servers.cli(
                                    servers.passwordFiles(
                                            MONGO_PASSWORD, WRONG_PASSWORD, REDIS_PASSWORD),
                                    Unattended.delete())
                            .run(),
                    "Elasticsearch (events) answers 401: check user, password");
        }

        @Test
        void isToldThatRedissPasswordIsWrong() {
            assertRefused(
                    servers.cli(
                                    servers.passwordFiles(
                                            MONGO_PASSWORD, ELASTIC_PASSWORD, WRONG_PASSWORD),
                                    Unattended.delete())
                            .run(),
                    "does not accept the user or password");
        }

        @Test
        void isToldThatThereIsNoPassword() {
            assertRefused(
                    servers.cli(servers.caFile(), Unattended.delete()).run(),
                    "--mongo-password-file");
        }

        @Test
        void isToldToNameTheAuthorityThatIsNotKnown() {
            List<String> options = servers.passwordFiles();
            List<String> withoutAuthority = options.subList(2, options.size());

            assertRefused(servers.cli(withoutAuthority, Unattended.delete()).run(), "--ca-file");
            CliResult doctor = servers.cli(withoutAuthority, "doctor").run();
            assertThat(doctor.exitCode()).as(doctor.toString()).isEqualTo(12);
            assertThat(doctor.standardOutput().lines())
                    .filteredOn(line -> line.contains("FAILED"))
                    .hasSize(3)
                    .allMatch(line -> line.contains("--ca-file"));
        }

        /** One sentence, and everything as it was. */
        private static void assertRefused(CliResult result, String sentence) {
            assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
            assertThat(result.standardError().lines()).as(result.toString()).hasSize(1);
            assertThat(result.standardError()).contains(sentence).doesNotContain("Exception");
            assertThat(servers.secretsIn(result)).isEmpty();
            proof.nothingIsChanged();
        }
    }

    @Nested
    class WhoeverMayOnlyRead {
        @BeforeAll
        static void build() {
            world();
            MongoDatabase admin = servers.installation().clients().mongo().getDatabase("admin");
            admin.runCommand(user(READER, "backend", "auth"));
            admin.runCommand(user("halfReader", "backend"));
            try (Jedis redis = servers.installation().clients().redis(0)) {
                redis.aclSetUser(
                        READER,
                        "on",
                        ">" + REDIS_PASSWORD,
                        "~*",
                        "+@read",
                        "+acl",
                        "+info",
                        "+time",
                        "+select",
                        "+ping");
            }
        }

        @Test
        void isToldByDoctorWhatIsMissing() {
            List<String> options = servers.passwordFiles();
            CliResult result = servers.cliAs(READER, options, "doctor").run();

            assertThat(result.exitCode()).as(result.toString()).isZero();
            assertThat(result.standardOutput())
                    .contains(
                            "it lacks dropCollection, insert, remove, update on the database auth;",
                            "it lacks delete_index on events-*; delete_index on queue_metrics_*;",
                            "it lacks unlink on all keys");
        }

        @Test
        void isToldWhichDatabaseCannotBeRead() {
            CliResult result = servers.cliAs("halfReader", servers.passwordFiles(), "doctor").run();

            assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
            assertThat(result.standardOutput())
                    .contains("the command 'find' on the database 'auth'", "readWrite");
        }

        private static Document user(String name, String... databases) {
            List<Document> roles =
                    Arrays.stream(databases)
                            .map(database -> new Document("role", "read").append("db", database))
                            .toList();
            return new Document("createUser", name)
                    .append("pwd", MONGO_PASSWORD)
                    .append("roles", roles);
        }
    }
}
