package io.clearmltenants.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clearmltenants.phase.Item;
import io.clearmltenants.tenant.IdKind;
import io.clearmltenants.tenant.KnownIds;
import io.clearmltenants.tenant.Target;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.UnifiedJedis;

/** Which keys the phase takes for the tenant's. */
class RedisPhaseTest {
    private static final String ID = "c0ffee00c0ffee00c0ffee00c0ffee01";

    @RegisterExtension static final OwnRedis REDIS = new OwnRedis();

    private final Databases databases = REDIS.databases();
    private final RedisPhase phase = new RedisPhase(databases.asBean());
    private final TenantKeys keys = new TenantKeys(ID, "01");

    @ParameterizedTest
    @ValueSource(strings = {ID, "team_a-1", "A.b_c", "1"})
    void everyKindOfTheTenantsKeysGoesAndItsTwinsKeysStayByteForByte(String id) {
        List<String> twins =
                List.of(id + "2", id + "_x", "x-" + id, "x_" + id, id + "-x", swappedCase(id));
        for (int number = 0; number < twins.size(); number++) {
            new TenantKeys(twins.get(number), "twin" + number).write(databases::client);
        }
        keysOfEverybody();
        Map<String, String> others = databases.content();
        TenantKeys victim = new TenantKeys(id, "victim");
        victim.write(databases::client);
        Target target = victim.among(twins.toArray(String[]::new));

        List<Item> items = phase.find(target).toList();
        TestGate gate = TestGate.open();
        items.forEach(item -> assertThat(phase.erase(target, item, gate)).isFalse());

        assertThat(items)
                .extracting(Item::locator, item -> item.amount().count())
                .containsExactly(
                        tuple("apiserver (db 0): tag caches", 2L),
                        tuple("apiserver (db 0): caches of hyperparameter values", 1L),
                        tuple("apiserver (db 0): caches of model metadata", 1L),
                        tuple("apiserver (db 0): queue metrics", 1L),
                        tuple("apiserver (db 0): scroll states", 2L),
                        tuple("apiserver (db 0): prepared downloads", 1L),
                        tuple("workers (db 4): agents", 1L),
                        tuple("workers (db 4): list of agents", 1L),
                        tuple("workers (db 4): lists of agents by tag", 2L),
                        tuple("workers (db 4): serving containers", 1L),
                        tuple("workers (db 4): serving endpoints", 1L),
                        tuple("fileserver (db 8): checked tokens", 1L));
        assertThat(gate.total()).isEqualTo(TenantKeys.COUNT);
        assertThat(databases.content()).isEqualTo(others);
        assertThat(phase.find(target)).isEmpty();
    }

    @Test
    void aKeyOfAnotherTypeThanTheServerWritesStays() {
        for (String name :
                List.of("tags_" + ID + "_Task", "workers_" + ID, "workers.tags_" + ID + "_gpu")) {
            apiserver().set(name, "text");
            workers().set(name, "text");
        }
        apiserver().rpush("hyperparam_values_" + ID + "_p", "an element");
        apiserver().sadd("queue_metrics_" + keys.queue(), "an element");
        workers().hset("worker_" + ID + "_u_host", "field", "value");
        workers().set("serving_container_" + ID + "_c", "not JSON");
        databases.client(RedisDatabases.FILESERVER).zadd("token_ab", 1, ID);
        Map<String, String> before = databases.content();

        assertThat(phase.find(keys.among())).isEmpty();
        assertThat(databases.content()).isEqualTo(before);
    }

    @Test
    void theValueDecidesAgainstTheName() {
        workers()
                .set(
                        "worker_" + ID + "_x_user_host",
                        "{\"company\": {\"id\": \"" + ID + "_x\"}, \"id\": \"host\"}");
        workers().zadd("workers.tags_" + ID + "_x", 1, "worker_" + ID + "2_user_host");

        assertThat(phase.find(keys.among())).isEmpty();
    }

    @Test
    void aScrollStateStaysWhereItNamesATaskOfSomebodyElse() {
        apiserver()
                .set(
                        "<class 'MetricEventsScrollState'>/1",
                        "{\"tasks\":[{\"task\":\"%s\"},{\"task\":\"foreign\"}]}"
                                .formatted(keys.task()));
        apiserver().set("<class 'GetManyScrollState'>/2", "{\"_id\":\"2\",\"position\":500}");

        assertThat(phase.find(keys.among())).isEmpty();
    }

    @Test
    void theTenantsTasksAreStreamedOnceForAllScrollStatesAndClosed() {
        IntStream.range(0, 3000)
                .forEach(
                        number ->
                                apiserver()
                                        .set(
                                                "<class 'PlotsSampleState'>/" + number,
                                                "{\"task\":\"%d\"}".formatted(number)));
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        KnownIds ids =
                kind -> {
                    opened.addAndGet(kind == IdKind.TASK ? 1 : 0);
                    return IntStream.range(1000, 2000)
                            .mapToObj(String::valueOf)
                            .filter(id -> kind == IdKind.TASK)
                            .onClose(() -> closed.addAndGet(kind == IdKind.TASK ? 1 : 0));
                };

        assertThat(phase.find(keys.target(ids)))
                .singleElement()
                .satisfies(item -> assertThat(item.amount().count()).isEqualTo(1000));
        assertThat(opened).hasValue(1);
        assertThat(closed).hasValue(1);
    }

    @Test
    void anIdThatReadsLikeAKeyOfEverybodyTakesNoneOfThem() {
        workers().zadd("revoked_tokens", 1795552878, "session");
        workers().zadd("workers_abc", 1795552878, "worker_abc_user_host");

        assertThat(phase.find(new TenantKeys("revoked_tokens", "01").among())).isEmpty();
        assertThat(phase.find(new TenantKeys("workers_abc", "01").among("abc"))).isEmpty();
    }

    private void keysOfEverybody() {
        apiserver().zadd("revoked_tokens", 1795552878, "5c6ac2c4");
        apiserver().set("check_updates", "1");
        apiserver().set("<class 'GetManyScrollState'>/1d2c", "{\"_id\":\"1d2c\"}");
        apiserver().set("get_all_download_7f3d", "{\"only_fields\": [\"id\"]}");
        workers().set("something else", "1");
    }

    private static String swappedCase(String id) {
        String upper = id.toUpperCase(Locale.ROOT);
        return Stream.of(upper, id.toLowerCase(Locale.ROOT), id + "-other")
                .filter(twin -> !twin.equals(id))
                .findFirst()
                .orElseThrow();
    }

    private UnifiedJedis apiserver() {
        return databases.client(RedisDatabases.APISERVER);
    }

    private UnifiedJedis workers() {
        return databases.client(RedisDatabases.WORKERS);
    }
}
