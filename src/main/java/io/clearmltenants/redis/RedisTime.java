package io.clearmltenants.redis;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The time on a Redis server. */
final class RedisTime {
    private RedisTime() {}

    /** The answer to {@code TIME}: seconds since 1970, and microseconds. */
    static Instant of(Object answer) {
        List<?> time = (List<?>) answer;
        return Instant.ofEpochSecond(number(time.getFirst()), number(time.get(1)) * 1_000);
    }

    private static long number(Object digits) {
        return Long.parseLong(new String((byte[]) digits, StandardCharsets.UTF_8));
    }
}
