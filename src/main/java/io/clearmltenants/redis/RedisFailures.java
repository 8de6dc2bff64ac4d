package io.clearmltenants.redis;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.TlsFailure;
import io.clearmltenants.phase.TransientFailure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisBusyException;
import redis.clients.jedis.exceptions.JedisClusterException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/** Tells failures that pass by themselves from those that a person has to fix. */
final class RedisFailures {
    private static final List<String> PASSING =
            List.of("LOADING", "READONLY", "TRYAGAIN", "CLUSTERDOWN", "MASTERDOWN", "BUSY");

    private RedisFailures() {}

    /**
     * Runs a command.
     *
     * @throws TransientFailure if another try may do
     * @throws ConnectFailure if it will not
     */
    static <T> T translated(String label, Supplier<T> command) {
        try {
            return command.get();
        } catch (JedisException failure) {
            throw translation(label, failure);
        }
    }

    static boolean isWrongType(JedisDataException failure) {
        return text(failure).startsWith("WRONGTYPE");
    }

    static boolean isUnknownCommand(JedisDataException failure) {
        return text(failure).toLowerCase(Locale.ROOT).contains("unknown command");
    }

    private static RuntimeException translation(String label, JedisException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JedisAccessControlException denied) {
                return new ConnectFailure(denial(label, text(denied)), failure);
            }
        }
        if (failure instanceof JedisDataException refusal && !passes(refusal)) {
            return new ConnectFailure(
                    "Redis, " + label + ", refuses a command: " + text(refusal), failure);
        }
        Optional<ConnectFailure> tls = TlsFailure.of("Redis, " + label + ",", failure);
        if (tls.isPresent()) {
            return tls.get();
        }
        return new TransientFailure(
                "Redis, " + label + ", does not answer: " + text(failure), failure);
    }

    private static boolean passes(JedisDataException refusal) {
        return refusal instanceof JedisBusyException
                || refusal instanceof JedisClusterException
                || refusal instanceof JedisRedirectionException
                || PASSING.stream().anyMatch(text(refusal)::startsWith);
    }

    private static String denial(String label, String answer) {
        return answer.startsWith("NOPERM")
                ? "The user of Redis, "
                        + label
                        + ", lacks a right (scan, type, get, time, zrange, zrangebyscore and unlink on all keys are needed): "
                        + answer
                : "Redis, "
                        + label
                        + ", does not accept the user or password; give the right ones: "
                        + answer;
    }

    private static String text(JedisException failure) {
        return String.valueOf(failure.getMessage());
    }
}
