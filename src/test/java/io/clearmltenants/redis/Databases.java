package io.clearmltenants.redis;

import io.clearmltenants.fixture.RedisServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.UnifiedJedis;

/** The three databases of a test's Redis server. */
final class Databases implements AutoCloseable {
    private static final Map<String, Integer> NUMBERS =
            Map.of(
                    RedisDatabases.APISERVER, 0,
                    RedisDatabases.WORKERS, 4,
                    RedisDatabases.FILESERVER, 8);

    private final RedisServer server;
    private final Map<String, UnifiedJedis> clients = new LinkedHashMap<>();

    Databases(RedisServer server) {
        this.server = server;
    }

    /** What production code gets. */
    RedisDatabases asBean() {
        return new RedisDatabases(
                alias -> {
                    String number = "db " + NUMBERS.get(alias);
                    return new KeySpace(alias, alias + " (" + number + ")", number, client(alias));
                });
    }

    /** A database as production code sees it. */
    KeySpace space(String alias) {
        return asBean().space(alias);
    }

    UnifiedJedis client(String alias) {
        return clients.computeIfAbsent(
                alias, any -> new JedisPooled(server.uri(NUMBERS.get(alias))));
    }

    /** Another user's client for all databases from now on. */
    void connectAs(String user, String password) {
        close();
        NUMBERS.forEach(
                (alias, number) ->
                        clients.put(
                                alias,
                                new JedisPooled(
                                        "redis://%s:%s@127.0.0.1:%d/%d"
                                                .formatted(
                                                        user, password, server.port(), number))));
    }

    /** Every key of the three databases with its exact value and whether it expires. */
    Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        NUMBERS.forEach(
                (alias, number) -> {
                    try (Jedis jedis = server.connect(number)) {
                        jedis.keys("*")
                                .forEach(key -> content.put(number + " " + key, state(jedis, key)));
                    }
                });
        return content;
    }

    private static String state(Jedis jedis, String key) {
        byte[] dump = jedis.dump(key.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(dump) + (jedis.ttl(key) < 0 ? "" : " expires");
    }

    @Override
    public void close() {
        Stream.of(clients.values().toArray(UnifiedJedis[]::new)).forEach(UnifiedJedis::close);
        clients.clear();
    }
}
