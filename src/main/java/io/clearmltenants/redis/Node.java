package io.clearmltenants.redis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/**
 * Reads the keys of one server through one connection. A cursor means nothing to another server, so
 * a scan that loses its connection has to begin anew: it fails, and never continues elsewhere.
 */
final class Node implements AutoCloseable {
    private static final int SCANNED_AT_ONCE = 1000;
    private static final int VALUES_AT_ONCE = 100;
    private static final int MEMBERS_LOOKED_AT = 100;

    private final String label;
    private final Pipeline connection;

    Node(String label, Pipeline connection) {
        this.label = label;
        this.connection = connection;
    }

    /** The names of all keys; one that is not valid UTF-8 holds U+FFFD in its place. */
    Stream<String> names() {
        return scan(new ScanParams().count(SCANNED_AT_ONCE));
    }

    /** The names that match a glob pattern. */
    Stream<String> names(String pattern) {
        return scan(new ScanParams().count(SCANNED_AT_ONCE).match(pattern));
    }

    /** The types of keys ("string", "list", "zset"); "none" for those that are gone. */
    Map<String, String> types(List<String> names) {
        Map<String, String> types = new HashMap<>();
        read(names, Pipeline::type, types::put);
        return types;
    }

    /** Hands over the text of each key that is there and a string, a few at a time. */
    void strings(List<String> names, BiConsumer<String, String> reader) {
        read(names, Pipeline::get, reader);
    }

    /** Hands over the first members of each key that is there and a sorted set. */
    void members(List<String> names, BiConsumer<String, List<String>> reader) {
        read(names, (commands, name) -> commands.zrange(name, 0, MEMBERS_LOOKED_AT - 1), reader);
    }

    /** The members of one sorted set with a higher score; none if the key is no such set. */
    List<String> membersAbove(String name, long score) {
        List<String> members = new ArrayList<>();
        read(
                List.of(name),
                (commands, key) ->
                        commands.zrangeByScore(key, "(" + score, "+inf", 0, MEMBERS_LOOKED_AT),
                (key, found) -> members.addAll(found));
        return members;
    }

    /** The time on this server. */
    Instant time() {
        return RedisFailures.translated(
                label,
                () -> {
                    Response<Object> time =
                            connection.sendCommand(Protocol.Command.TIME, new byte[0][]);
                    connection.sync();
                    return RedisTime.of(time.get());
                });
    }

    @Override
    public void close() {
        RedisFailures.translated(
                label,
                () -> {
                    connection.close();
                    return null;
                });
    }

    private Stream<String> scan(ScanParams parameters) {
        return Stream.iterate(
                        page(ScanParams.SCAN_POINTER_START, parameters),
                        Objects::nonNull,
                        page ->
                                page.isCompleteIteration()
                                        ? null
                                        : page(page.getCursor(), parameters))
                .flatMap(page -> page.getResult().stream());
    }

    private ScanResult<String> page(String cursor, ScanParams parameters) {
        return RedisFailures.translated(
                label,
                () -> {
                    Response<ScanResult<String>> page = connection.scan(cursor, parameters);
                    connection.sync();
                    return page.get();
                });
    }

    private <T> void read(
            List<String> names,
            BiFunction<Pipeline, String, Response<T>> command,
            BiConsumer<String, T> reader) {
        for (int from = 0; from < names.size(); from += VALUES_AT_ONCE) {
            List<String> some = names.subList(from, Math.min(from + VALUES_AT_ONCE, names.size()));
            List<Optional<T>> values = RedisFailures.translated(label, () -> values(some, command));
            for (int i = 0; i < some.size(); i++) {
                String name = some.get(i);
                values.get(i).ifPresent(value -> reader.accept(name, value));
            }
        }
    }

    private <T> List<Optional<T>> values(
            List<String> names, BiFunction<Pipeline, String, Response<T>> command) {
        List<Response<T>> answers =
                names.stream().map(name -> command.apply(connection, name)).toList();
        connection.sync();
        List<Optional<T>> values = new ArrayList<>(names.size());
        for (Response<T> answer : answers) {
            values.add(value(answer));
        }
        return values;
    }

    /** A key of another type than expected has no such value. */
    private static <T> Optional<T> value(Response<T> answer) {
        try {
            return Optional.ofNullable(answer.get());
        } catch (JedisDataException failure) {
            if (RedisFailures.isWrongType(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
