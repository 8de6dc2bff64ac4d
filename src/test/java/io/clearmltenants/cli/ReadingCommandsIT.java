package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ElasticServer;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.RedisServer;
import io.clearmltenants.fixture.Relay;
import io.clearmltenants.fixture.Servers;
import io.clearmltenants.fixture.Size;
import io.clearmltenants.fixture.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands that read say to the servers, watched on the wire. */
@ExtendWith(Servers.class)
class ReadingCommandsIT {
    private static final Set<String> MONGO_READS =
            Set.of(
                    "hello",
                    "ismaster",
                    "isMaster",
                    "ping",
                    "buildInfo",
                    "connectionStatus",
                    "dbStats",
                    "collStats",
                    "listDatabases",
                    "listCollections",
                    "find",
                    "count",
                    "distinct",
                    "aggregate",
                    "getMore",
                    "killCursors",
                    "endSessions");

    private static final Set<String> REDIS_READS =
            Set.of(
                    "SELECT",
                    "PING",
                    "INFO",
                    "TIME",
                    "SCAN",
                    "TYPE",
                    "GET",
                    "ZRANGE",
                    "ZRANGEBYSCORE",
                    "QUIT");

    @TempDir static Path folder;
    private static Installation installation;
    private static World world;
    private static Proof proof;
    private static MongoServer mongoServer;
    private static ElasticServer elasticServer;
    private static RedisServer redisServer;

    private Relay mongo;
    private Relay elastic;
    private Relay redis;
    private List<String> addresses;

    @BeforeAll
    static void build(MongoServer forMongo, ElasticServer forElastic, RedisServer forRedis) {
        mongoServer = forMongo;
        elasticServer = forElastic;
        redisServer = forRedis;
        installation = new Installation(forMongo, forElastic, forRedis, folder);
        world = World.on(installation.clients()).withVictimOf(Size.SMALL).build();
        proof = Proof.before(world);
    }

    @AfterAll
    static void close() {
        installation.close();
    }

    @BeforeEach
    void listen() {
        mongo = Relay.to(mongoServer);
        elastic = Relay.to(elasticServer);
        redis = Relay.to(redisServer);
        addresses =
                installation.addresses(
                        mongo.uri(mongoServer.uri()),
                        elastic.uri(elasticServer.uri()),
                        "redis://127.0.0.1:" + redis.port());
    }

    @AfterEach
    void hangUp() {
        mongo.close();
        elastic.close();
        redis.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "list --json",
                "doctor",
                "doctor --json",
                "plan " + World.VICTIM + " --with-live-agents",
                "plan " + World.VICTIM + " --with-live-agents --json",
                "plan " + World.VICTIM + " --with-live-agents --without files,elastic",
                "plan " + World.BYSTANDER + " --name guests --with-live-agents",
                "verify " + World.VICTIM,
                "verify " + World.VICTIM + " --json",
                "verify 0123456789abcdef"
            })
    void aCommandThatReadsWritesNothing(String command) {
        CliResult result = run(command.split(" "));

        boolean finds = command.startsWith("verify " + World.VICTIM);
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(finds ? 4 : 0);
        assertThat(mongo.commands()).isNotEmpty();
        assertOnlyReads();
        assertThat(installation.state()).doesNotExist();
    }

    @Test
    void aPlanThatIsWrittenToAFileWritesNothingElse() {
        Path file = folder.resolve("plan.json");
        CliResult result =
                run("plan", World.VICTIM, "--with-live-agents", "--out", file.toString());

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(file).isNotEmptyFile();
        assertOnlyReads();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--name guests --yes --with-live-agents",
                "--name acme --yes",
                "--name acme --with-live-agents"
            })
    void aDeletionThatIsRefusedOrNotConfirmedWritesNothing(String options) {
        CliResult result =
                run(
                        Stream.concat(
                                        Stream.of("delete", World.VICTIM),
                                        Arrays.stream(options.split(" ")))
                                .toArray(String[]::new));

        assertThat(result.exitCode()).as(result.toString()).isIn(5, 6);
        assertOnlyReads();
        assertThat(installation.state()).doesNotExist();
    }

    @Test
    void aCertificateAsksNoServer() {
        CliResult result =
                CliProcess.of("certificate", "none", "--state-dir", installation.state().toString())
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(2);
        assertThat(mongo.commands()).isEmpty();
        assertThat(elastic.commands()).isEmpty();
        assertThat(redis.commands()).isEmpty();
        assertThat(Files.exists(installation.state())).isFalse();
    }

    private CliResult run(String... arguments) {
        return installation.cli(addresses, arguments).run();
    }

    private void assertOnlyReads() {
        assertThat(names(mongo)).isSubsetOf(MONGO_READS);
        assertThat(mongo.commands()).noneMatch(command -> command.matches(".* \\$(out|merge)"));
        assertThat(names(elastic)).isSubsetOf("GET");
        assertThat(names(redis)).isSubsetOf(REDIS_READS);
        proof.nothingIsChanged();
    }

    private static Set<String> names(Relay relay) {
        return relay.commands().stream()
                .map(command -> command.split(" ")[0])
                .collect(Collectors.toSet());
    }
}
