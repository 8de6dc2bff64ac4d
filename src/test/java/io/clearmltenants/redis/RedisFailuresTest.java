package io.clearmltenants.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.fixture.RedisOptions;
import io.clearmltenants.fixture.RedisServer;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.TransientFailure;
import io.clearmltenants.tenant.Target;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisBusyException;
import redis.clients.jedis.exceptions.JedisClusterException;
import redis.clients.jedis.exceptions.JedisDataException;

class RedisFailuresTest {
    private final RedisServer server =
            RedisServer.start(RedisOptions.plain().withPassword("secret"));
    private final Databases databases = new Databases(server);
    private final RedisPhase phase = new RedisPhase(databases.asBean());
    private final TenantKeys keys = new TenantKeys("c0ffee00c0ffee00c0ffee00c0ffee01", "01");
    private final Target target = keys.among();

    @AfterEach
    void stop() {
        databases.close();
        server.close();
    }

    @Test
    void aPasswordThatIsRightLetsUsErase() {
        keys.write(databases::client);
        TestGate gate = TestGate.open();

        phase.find(target).forEach(item -> phase.erase(target, item, gate));

        assertThat(databases.content()).isEmpty();
    }

    @Test
    void aWrongPasswordIsOneClearSentence() {
        databases.connectAs("default", "wrong");

        assertThatThrownBy(() -> phase.find(target).toList())
                .isInstanceOf(ConnectFailure.class)
                .hasMessageStartingWith(
                        "Redis, apiserver (db 0), does not accept the user or password; give the right ones: WRONGPASS");
    }

    @Test
    void aUserWhoMayNotScanIsNotTakenForAnEmptyServer() {
        keys.write(databases::client);
        user("+@all", "-scan");

        assertThatThrownBy(() -> phase.find(target).toList())
                .isInstanceOf(ConnectFailure.class)
                .hasMessageContaining("lacks a right (scan, type, get, ")
                .hasMessageContaining("NOPERM");
    }

    @Test
    void aUserWhoMayNotReadSomeKeysIsNotTakenForOneWithoutThem() {
        keys.write(databases::client);
        user("+@all", "resetkeys", "~tags_*");

        assertThatThrownBy(() -> phase.find(target).toList())
                .isInstanceOf(ConnectFailure.class)
                .hasMessageContaining("on all keys");
    }

    @Test
    void aUserWhoMayOnlyReadCannotErase() {
        keys.write(databases::client);
        Item item = phase.find(target).findFirst().orElseThrow();
        user("+@all", "-unlink");

        assertThatThrownBy(() -> phase.erase(target, item, TestGate.open()))
                .isInstanceOf(ConnectFailure.class)
                .hasMessageContaining("unlink");
    }

    @Test
    void aServerThatHasBecomeAReplicaMayPassOver() {
        keys.write(databases::client);
        Item item = phase.find(target).findFirst().orElseThrow();
        TestGate gate =
                TestGate.disturbedBy(
                        () -> {
                            try (Jedis admin = server.connect(0)) {
                                admin.replicaof("127.0.0.1", 1);
                            }
                        });

        assertThatThrownBy(() -> phase.erase(target, item, gate))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("READONLY");
    }

    @Test
    void aServerThatIsDownMayComeBack() {
        databases.client(RedisDatabases.APISERVER).ping();
        server.kill();

        assertThatThrownBy(() -> phase.find(target).toList())
                .isInstanceOf(TransientFailure.class)
                .hasMessageStartingWith("Redis, apiserver (db 0), does not answer: ");

        server.restart();
        assertThat(phase.find(target)).isEmpty();
    }

    @Test
    void answersThatPassByThemselvesAreTriedAgain() {
        List.of(
                        new JedisDataException("LOADING Redis is loading the dataset in memory"),
                        new JedisDataException("TRYAGAIN Multiple keys request during rehashing"),
                        new JedisDataException("MASTERDOWN Link with MASTER is down"),
                        new JedisClusterException("CLUSTERDOWN The cluster is down"),
                        new JedisBusyException("BUSY Redis is busy running a script"))
                .forEach(
                        failure ->
                                assertThatThrownBy(() -> failing(failure))
                                        .isInstanceOf(TransientFailure.class)
                                        .hasCause(failure));
    }

    @Test
    void anyOtherRefusalIsForAPerson() {
        assertThatThrownBy(
                        () ->
                                failing(
                                        new JedisDataException(
                                                "MISCONF Redis cannot persist on disk")))
                .isInstanceOf(ConnectFailure.class)
                .hasMessage("Redis, db 0, refuses a command: MISCONF Redis cannot persist on disk");
    }

    private static void failing(JedisDataException failure) {
        RedisFailures.translated(
                "db 0",
                () -> {
                    throw failure;
                });
    }

    private void user(String... rights) {
        try (Jedis admin = server.connect(0)) {
            admin.aclSetUser("limited", "on", ">word", "allkeys");
            admin.aclSetUser("limited", rights);
        }
        databases.connectAs("limited", "word");
    }
}
