package io.clearmltenants.redis;

import io.clearmltenants.connect.Connections;
import io.clearmltenants.connect.Server.RedisDatabase;
import io.clearmltenants.phase.Probe;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.UnifiedJedis;

/** Version and clock of each Redis server; several databases usually are one server's. */
@ApplicationScoped
class RedisProbe implements Probe {
    private final Connections connections;

    RedisProbe(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Store store() {
        return Store.REDIS;
    }

    @Override
    public Stream<ServerState> probe() {
        Map<String, List<String>> aliases =
                new TreeMap<>(connections.server().redis())
                        .entrySet().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                entry -> address(entry.getValue()),
                                                TreeMap::new,
                                                Collectors.mapping(
                                                        Map.Entry::getKey, Collectors.toList())));
        return aliases.entrySet().stream().map(entry -> state(entry.getKey(), entry.getValue()));
    }

    private static String address(RedisDatabase database) {
        return database.host().value() + ":" + database.port();
    }

    private ServerState state(String address, List<String> aliases) {
        UnifiedJedis redis = connections.redis(aliases.getFirst());
        RedisDatabase database = connections.server().redis().get(aliases.getFirst());
        return RedisFailures.translated(
                address,
                () ->
                        new ServerState(
                                Store.REDIS,
                                "Redis at " + address,
                                database.cluster() ? "" : told(redis, "server", "redis_version"),
                                "redis " + address,
                                database.cluster()
                                        ? Optional.empty()
                                        : Optional.of(clockDifference(redis)),
                                remarks(redis, database, aliases)));
    }

    private List<String> remarks(UnifiedJedis redis, RedisDatabase database, List<String> aliases) {
        if (database.cluster()) {
            return List.of(databases(aliases), "a cluster");
        }
        boolean replica = told(redis, "replication", "role").equals("slave");
        return List.of(
                databases(aliases),
                replica ? "a replica, which takes no writes; name its master" : "takes writes",
                new RedisRights(redis).sentence(database.password().isPresent()));
    }

    private String databases(List<String> aliases) {
        return aliases.stream()
                .map(
                        alias ->
                                "%s in database %d"
                                        .formatted(
                                                alias,
                                                connections.server().redis().get(alias).database()))
                .collect(Collectors.joining(", "));
    }

    private static String told(UnifiedJedis redis, String section, String field) {
        byte[] answer = (byte[]) redis.sendCommand(Protocol.Command.INFO, section);
        return new String(answer, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static Duration clockDifference(UnifiedJedis redis) {
        return Duration.between(
                Instant.now(), RedisTime.of(redis.sendCommand(Protocol.Command.TIME)));
    }
}
