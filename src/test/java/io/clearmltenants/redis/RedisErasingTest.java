package io.clearmltenants.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.OwnershipLost;
import io.clearmltenants.tenant.Target;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;

/** How the phase erases what it has found. */
class RedisErasingTest {
    private static final String ID = "c0ffee00c0ffee00c0ffee00c0ffee01";

    @RegisterExtension static final OwnRedis REDIS = new OwnRedis();

    private final Databases databases = REDIS.databases();
    private final RedisPhase phase = new RedisPhase(databases.asBean());
    private final TenantKeys keys = new TenantKeys(ID, "01");

    @Test
    void fiftyThousandKeysGoInThreeChunksAndAThousandACommand() {
        fill(50_000);
        Target target = keys.among();
        Item item = phase.find(target).findFirst().orElseThrow();
        assertThat(item.amount().count()).isGreaterThanOrEqualTo(50_000);
        TestGate gate = TestGate.open();

        assertThat(phase.erase(target, item, gate)).isTrue();
        assertThat(apiserver().dbSize()).isBetween(30_000L, 30_100L);
        assertThat(phase.erase(target, item, gate)).isTrue();
        assertThat(phase.erase(target, item, gate)).isFalse();

        assertThat(gate.total()).isEqualTo(50_000);
        assertThat(gate.erased).allMatch(units -> units <= 1000);
        assertThat(apiserver().dbSize()).isZero();
    }

    @Test
    void keysThatExpireMeanwhileAreNoFailure() {
        keys.write(databases::client);
        Target target = keys.among();
        List<Item> items = phase.find(target).toList();
        TestGate gate = TestGate.disturbedBy(REDIS.server()::empty);

        assertThat(items).noneMatch(item -> phase.erase(target, item, gate));
        assertThat(gate.total()).isZero();
    }

    @Test
    void aLostConnectionIsTriedAgain() {
        keys.write(databases::client);
        Target target = keys.among();
        Item item = phase.find(target).findFirst().orElseThrow();
        TestGate gate = TestGate.disturbedBy(this::cutConnections);

        assertThat(phase.erase(target, item, gate)).isFalse();

        assertThat(gate.failures)
                .isNotEmpty()
                .allMatch(text -> text.startsWith("Redis, apiserver (db 0), does not answer: "));
        assertThat(gate.total()).isEqualTo(2);
    }

    @Test
    void aPlanFromAFileReachesNoKeysOfAnotherKindOrDatabase() {
        keys.write(databases::client);
        workers().rpush("tags_" + ID + "_Task", "another application's");
        Target target = keys.among();
        Item item = phase.find(target).findFirst().orElseThrow();
        Map<String, String> before = databases.content();

        for (Map<String, String> address :
                List.of(
                        Map.of("family", "TAGS", "alias", RedisDatabases.WORKERS),
                        Map.of("family", "SESSIONS", "alias", RedisDatabases.WORKERS))) {
            assertThatThrownBy(() -> phase.erase(target, at(item, address), TestGate.open()))
                    .isInstanceOf(OwnershipLost.class)
                    .hasMessageContaining("They were left.");
        }
        assertThat(databases.content()).isEqualTo(before);
    }

    private static Item at(Item item, Map<String, String> address) {
        return new Item(
                item.phase(),
                item.kind(),
                item.locator(),
                address,
                item.amount(),
                item.why(),
                item.fingerprint());
    }

    private void fill(int count) {
        List<String> names =
                IntStream.range(0, count)
                        .mapToObj(number -> "hyperparam_values_" + ID + "_" + number)
                        .toList();
        try (var pipeline = apiserver().pipelined()) {
            names.forEach(name -> pipeline.set(name, "{}"));
        }
    }

    private void cutConnections() {
        try (Jedis admin = REDIS.server().connect(0)) {
            admin.clientKill(
                    new ClientKillParams()
                            .type(ClientType.NORMAL)
                            .skipMe(ClientKillParams.SkipMe.YES));
        }
    }

    private UnifiedJedis apiserver() {
        return databases.client(RedisDatabases.APISERVER);
    }

    private UnifiedJedis workers() {
        return databases.client(RedisDatabases.WORKERS);
    }
}
