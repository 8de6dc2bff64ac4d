package io.clearmltenants.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.clearmltenants.fixture.RedisServer;
import io.clearmltenants.tenant.Target;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisMonitor;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** What is said on the wire while we look, as Redis itself tells it. */
class ReadingOnlyTest {
    private static final Pattern COMMAND = Pattern.compile("\\] \"([^\"]+)\"(.*)$");

    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    @Test
    void findingObservingAndWitnessingWriteNothing() {
        try (RedisServer server = RedisServer.start();
                Databases databases = new Databases(server);
                Jedis watcher = server.connect(0)) {
            TenantKeys keys = new TenantKeys("c0ffee00c0ffee00c0ffee00c0ffee01", "01");
            keys.write(databases::client);
            Target target = keys.among("c0ffee00c0ffee00c0ffee00c0ffee01_x");
            Thread watching = Thread.ofVirtual().start(() -> watch(watcher));
            mark(server, "begin");

            RedisDatabases bean = databases.asBean();
            assertThat(new RedisPhase(bean).find(target)).isNotEmpty();
            assertThat(new RedisObserver(bean, new LiveAgents(bean)).observe(target)).isNotEmpty();
            assertThat(new RedisWitness(bean).look(target)).isNotEmpty();

            mark(server, "end");
            assertThat(commands())
                    .contains("SCAN", "GET", "TYPE", "ZRANGE", "ZRANGEBYSCORE")
                    .isSubsetOf(
                            "SCAN",
                            "GET",
                            "TYPE",
                            "ZRANGE",
                            "ZRANGEBYSCORE",
                            "ECHO",
                            "HELLO",
                            "CLIENT",
                            "SELECT",
                            "QUIT");
            watcher.disconnect();
            await().until(() -> !watching.isAlive());
        }
    }

    /** Ends when the test closes the connection. */
    private void watch(Jedis watcher) {
        assertThatThrownBy(
                        () ->
                                watcher.monitor(
                                        new JedisMonitor() {
                                            @Override
                                            public void onCommand(String command) {
                                                seen.add(command);
                                            }
                                        }))
                .isInstanceOf(JedisConnectionException.class);
    }

    /** MONITOR shows commands in the order in which the server runs them. */
    private void mark(RedisServer server, String mark) {
        try (Jedis jedis = server.connect(0)) {
            await().until(
                            () -> {
                                jedis.echo(mark);
                                return seen.stream().anyMatch(line -> line.contains(mark));
                            });
        }
    }

    private Set<String> commands() {
        return seen.stream()
                .map(COMMAND::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1).toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
