package io.clearmltenants.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.Target;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.UnifiedJedis;

/** What the phase leaves, the observer lists and the witness finds. */
class KeptKeysTest {
    private static final String ID = "c0ffee00c0ffee00c0ffee00c0ffee01";

    @RegisterExtension static final OwnRedis REDIS = new OwnRedis();

    private final Databases databases = REDIS.databases();
    private final RedisDatabases bean = databases.asBean();
    private final TenantKeys keys = new TenantKeys(ID, "01");
    private final Target target = keys.among(ID + "2", ID + "_x", "x-" + ID);
    private final RedisPhase phase = new RedisPhase(bean);
    private final RedisObserver observer = new RedisObserver(bean, new LiveAgents(bean));
    private final RedisWitness witness = new RedisWitness(bean);

    @Test
    void theWitnessFindsEachKindOfKeyAndNothingOfATwin() {
        List<String> twins = List.copyOf(target.neighbours());
        for (int number = 0; number < twins.size(); number++) {
            new TenantKeys(twins.get(number), "twin" + number).write(databases::client);
        }
        assertThat(witness.look(target)).isEmpty();

        keys.write(databases::client);

        assertThat(witness.look(target))
                .hasSize(13)
                .extracting(Leftover::locator)
                .contains(
                        "apiserver (db 0): queue_metrics_" + keys.queue(),
                        "apiserver (db 0): get_all_download_01",
                        "workers (db 4): workers_" + ID,
                        "fileserver (db 8): token_6647c201");
    }

    @Test
    void aKeyNamedLikeTheTenantIsAnotherApplications() {
        Target tenantDefault = new TenantKeys("default", "01").among();
        for (String alias :
                List.of(
                        RedisDatabases.APISERVER,
                        RedisDatabases.WORKERS,
                        RedisDatabases.FILESERVER)) {
            databases.client(alias).set("default", "another application's");
        }

        assertThat(phase.find(tenantDefault)).isEmpty();
        assertThat(observer.observe(tenantDefault)).isEmpty();
        assertThat(witness.look(tenantDefault)).isEmpty();
    }

    @Test
    void nothingIsKeptOfTheKindsThatThePhaseErases() {
        keys.write(databases::client);

        assertThat(observer.observe(target)).noneMatch(Finding.Kept.class::isInstance);
    }

    @Test
    void aKeyOfUnknownKindWithTheIdIsKeptListedAndFound() {
        List<String> unknown =
                List.of("custom:" + ID + ":usage", "worker_" + ID + "_user_host_prop_key");
        unknown.forEach(name -> workers().set(name, "a value"));
        workers().set("custom:" + ID + "2", "a twin's");
        workers().set("custom:x-" + ID + ":usage", "a twin's");
        workers().set("custom:" + ID + "0ff", "a longer word");
        workers().set("dist_lock_" + ID, "everybody's");

        assertThat(phase.find(target)).isEmpty();
        assertThat(observer.observe(target))
                .extracting(finding -> ((Finding.Kept) finding).locator())
                .containsExactlyInAnyOrderElementsOf(located(unknown));
        assertThat(witness.look(target))
                .containsExactlyInAnyOrderElementsOf(
                        located(unknown).stream()
                                .map(locator -> new Leftover(PhaseName.REDIS, locator, 1))
                                .toList());
    }

    @Test
    void aKnownKindInAnotherDatabaseIsKeptAndListed() {
        workers().rpush("tags_" + ID + "_Task", "__dummy__");

        assertThat(phase.find(target)).isEmpty();
        assertThat(observer.observe(target))
                .extracting(finding -> ((Finding.Kept) finding).locator())
                .containsExactly("workers (db 4): tags_" + ID + "_Task");
    }

    @Test
    void thousandsOfThemAreListedInPartAndCounted() {
        IntStream.range(0, 2500).forEach(number -> workers().set(ID + ":" + number, "1"));

        assertThat(observer.observe(target))
                .hasSize(101)
                .last()
                .extracting(Finding::text)
                .asString()
                .startsWith("More than 100 keys of workers (db 4) ");
        assertThat(witness.look(target))
                .hasSize(101)
                .last()
                .isEqualTo(new Leftover(PhaseName.REDIS, "workers (db 4): further keys", 2400));
    }

    @Test
    void theIdInsideAnotherCompanysCacheIsNotTheTenants() {
        databases
                .client(RedisDatabases.APISERVER)
                .set("hyperparam_values_other_p_Args_" + ID + "_True_None_0_500", "{}");

        assertThat(observer.observe(target)).isEmpty();
        assertThat(witness.look(target)).isEmpty();
    }

    @Test
    void afterTheDeletionTheWitnessFindsNothing() {
        keys.write(databases::client);

        List<Item> items = phase.find(target).toList();
        items.forEach(item -> phase.erase(target, item, TestGate.open()));

        assertThat(witness.look(target)).isEmpty();
    }

    private static List<String> located(List<String> names) {
        return names.stream().map("workers (db 4): "::concat).toList();
    }

    private UnifiedJedis workers() {
        return databases.client(RedisDatabases.WORKERS);
    }
}
