package io.clearmltenants.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.clearmltenants.fixture.RedisCluster;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.TransientFailure;
import io.clearmltenants.tenant.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisCluster;

class RedisClusterTest {
    private static final String ID = "c0ffee00c0ffee00c0ffee00c0ffee01";

    @Test
    void keysOnAllServersOfAClusterGoAndTwinsStay() {
        try (RedisCluster servers = RedisCluster.start();
                JedisCluster client = new JedisCluster(servers.nodes())) {
            keysGoAndTwinsStay(servers, client);
        }
    }

    @Test
    void whereAServerDoesNotKnowUnlinkItsKeysAreDeleted() {
        try (RedisCluster servers = RedisCluster.start("--rename-command", "UNLINK", "");
                JedisCluster client = new JedisCluster(servers.nodes())) {
            keysGoAndTwinsStay(servers, client);
        }
    }

    @Test
    void aClusterThatDoesNotServeAllSlotsIsNotTakenForEmpty() {
        try (RedisCluster servers = RedisCluster.start("--cluster-require-full-coverage", "no");
                JedisCluster client = new JedisCluster(servers.nodes())) {
            HostAndPort node = servers.nodes().iterator().next();
            try (Jedis jedis = new Jedis(node)) {
                jedis.clusterFlushSlots();
            }
            RedisPhase phase = new RedisPhase(databases(client));
            Target target = new TenantKeys(ID, "01").among();

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () ->
                                    assertThatThrownBy(() -> phase.find(target).toList())
                                            .isInstanceOf(TransientFailure.class)
                                            .hasMessageContaining("of 16384 hash slots"));
        }
    }

    private static RedisDatabases databases(JedisCluster client) {
        return new RedisDatabases(
                alias -> new KeySpace(alias, alias + " (cluster)", "cluster", client));
    }

    private static void keysGoAndTwinsStay(RedisCluster servers, JedisCluster client) {
        RedisDatabases databases = databases(client);
        RedisPhase phase = new RedisPhase(databases);
        RedisWitness witness = new RedisWitness(databases);
        new TenantKeys(ID + "_x", "99").write(alias -> client);
        Map<String, Integer> twins = keysByServer(servers);
        TenantKeys victim = new TenantKeys(ID, "01");
        victim.write(alias -> client);
        Target target = victim.among(ID + "_x");

        List<Item> items = phase.find(target).toList();
        assertThat(items).extracting(item -> item.amount().count()).hasSize(12);
        assertThat(witness.look(target)).hasSizeGreaterThan(10);
        assertThat(new LiveAgents(databases).seen(target)).hasSize(2);
        TestGate gate = TestGate.open();
        items.forEach(item -> assertThat(phase.erase(target, item, gate)).isFalse());

        assertThat(gate.total()).isEqualTo(TenantKeys.COUNT);
        assertThat(keysByServer(servers)).isEqualTo(twins).hasSize(TenantKeys.COUNT);
        assertThat(witness.look(target)).isEmpty();
        assertThat(phase.find(target)).isEmpty();
    }

    private static Map<String, Integer> keysByServer(RedisCluster servers) {
        Map<String, Integer> keys = new TreeMap<>();
        servers.nodes()
                .forEach(
                        address -> {
                            try (Jedis node = new Jedis(address)) {
                                node.keys("*").forEach(key -> keys.put(key, address.getPort()));
                            }
                        });
        return keys;
    }
}
