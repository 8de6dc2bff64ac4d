package io.clearmltenants.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearmltenants.fixture.RedisServer;
import io.clearmltenants.tenant.Target;
import java.time.Duration;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisMonitor;

/** What is said on the wire while we look, as Redis itself tells it. */
class ReadingOnlyTest {
    private static final Pattern COMMAND = Pattern.compile("\\] \"([^\"]+)\"(.*)$");

    private static final String BEGIN = "the watch begins";
    private static final String END = "the watch ends";

    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    @Test
    void findingObservingAndWitnessingWriteNothing() throws Exception {
        try (RedisServer server = RedisServer.start();
                Databases databases = new Databases(server);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Jedis watcher = server.connect(0)) {
            TenantKeys keys = new TenantKeys("c0ffee00c0ffee00c0ffee00c0ffee01", "01");
            keys.write(databases::client);
            Target target = keys.among("c0ffee00c0ffee00c0ffee00c0ffee01_x");
            Future<?> watching = threads.submit(() -> watcher.monitor(new Watch(watcher)));
            mark(server, BEGIN);

            RedisDatabases bean = databases.asBean();
            assertThat(new RedisPhase(bean).find(target)).isNotEmpty();
            assertThat(new RedisObserver(bean, new LiveAgents(bean)).observe(target)).isNotEmpty();
            assertThat(new RedisWitness(bean).look(target)).isNotEmpty();

            mark(server, END);
            watching.get();
            assertThat(commands())
                    .contains("SCAN", "GET", "TIME", "TYPE", "ZRANGE", "ZRANGEBYSCORE")
                    .isSubsetOf(
                            "SCAN",
                            "GET",
                            "TIME",
                            "TYPE",
                            "ZRANGE",
                            "ZRANGEBYSCORE",
                            "ECHO",
                            "HELLO",
                            "CLIENT",
                            "SELECT",
                            "QUIT");
        }
    }

    /** Hears of every command, and hangs up by itself when it hears of the last one. */
    private final class Watch extends JedisMonitor {
        private final Jedis watcher;

        Watch(Jedis watcher) {
            this.watcher = watcher;
        }

        @Override
        public void onCommand(String command) {
            seen.add(command);
            if (command.contains(END)) {
                watcher.disconnect();
            }
        }
    }

    /** MONITOR shows commands in the order in which the server runs them. */
    private void mark(RedisServer server, String mark) {
        try (Jedis jedis = server.connect(0)) {
            await().atMost(Duration.ofMinutes(1))
                    .until(
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
