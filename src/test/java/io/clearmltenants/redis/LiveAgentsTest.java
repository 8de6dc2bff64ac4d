package io.clearmltenants.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clearmltenants.phase.Finding;
import io.clearmltenants.tenant.Target;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.UnifiedJedis;

class LiveAgentsTest {
    private static final String ID = "c0ffee00c0ffee00c0ffee00c0ffee01";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @RegisterExtension static final OwnRedis REDIS = new OwnRedis();

    private final Databases databases = REDIS.databases();
    private final LiveAgents agents = new LiveAgents(databases.asBean());
    private final TenantKeys keys = new TenantKeys(ID, "01");
    private final Target target = keys.among(ID + "_x");

    @Test
    void agentsAndServingContainersOfTheLastTenMinutesAreSeen() {
        keys.agent(workers(), "host:gpu0", NOW.minusSeconds(570));
        keys.agent(workers(), "old:gpu0", NOW.minusSeconds(630));
        keys.container(workers(), "cont_1", NOW);
        keys.container(workers(), "old", NOW.minusSeconds(630));

        assertThat(agents.seen(target))
                .extracting(LiveAgent::id, LiveAgent::address, LiveAgent::lastSeen)
                .containsExactlyInAnyOrder(
                        tuple("host:gpu0", "10.0.0.5", Optional.of(NOW.minusSeconds(570))),
                        tuple("cont_1", "10.0.0.6", Optional.of(NOW)));
    }

    @Test
    void aTwinsAgentsAreNotTheTenants() {
        TenantKeys twin = new TenantKeys(ID + "_x", "02");
        twin.agent(workers(), "host:gpu0", NOW);
        twin.container(workers(), "cont_1", NOW);

        assertThat(agents.seen(target)).isEmpty();
    }

    @Test
    void anAgentThatOnlyTheListStillKnowsIsSeenUntilItsRegistrationEnds() {
        workers()
                .zadd(
                        "workers_" + ID,
                        NOW.getEpochSecond() + 60.0,
                        "worker_" + ID + "_u_registered");
        workers().zadd("workers_" + ID, NOW.getEpochSecond() - 60.0, "worker_" + ID + "_u_expired");

        assertThat(agents.seen(target))
                .containsExactly(new LiveAgent("u_registered", "", Optional.empty()));
    }

    @Test
    void anAgentWhoseTimeCannotBeReadIsTakenForLive() {
        workers()
                .set(
                        "worker_" + ID + "_u_host",
                        "{\"id\":\"host\",\"company\":{\"id\":\""
                                + ID
                                + "\"},\"last_activity_time\":7}");

        assertThat(agents.seen(target)).extracting(LiveAgent::label).containsExactly("host");
    }

    @Test
    void aWarningNamesTheFirstOfThem() {
        IntStream.range(0, 7).forEach(number -> keys.agent(workers(), "host:" + number, NOW));

        assertThat(new RedisObserver(databases.asBean(), agents).observe(target))
                .singleElement()
                .isInstanceOf(Finding.Warning.class)
                .extracting(Finding::text)
                .asString()
                .matches(
                        "7 agents were seen in the last 10 minutes: (host:. \\(10\\.0\\.0\\.5\\)(, )?){5} and 2 more; stop them first, or they write again\\.");
    }

    private UnifiedJedis workers() {
        return databases.client(RedisDatabases.WORKERS);
    }
}
