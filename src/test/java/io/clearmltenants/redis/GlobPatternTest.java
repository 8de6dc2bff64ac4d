package io.clearmltenants.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.RedisServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;

class GlobPatternTest {
    @ParameterizedTest
    @ValueSource(strings = {"a*b", "a?b", "[ab]", "[^x]", "a\\b", "a^b", "<class 'x'>"})
    void aLiteralMatchesNothingButItself(String name) {
        try (RedisServer server = RedisServer.start();
                Jedis redis = server.connect(0)) {
            redis.mset(name, "1", "a-b", "1", "axxb", "1", "a", "1", "b", "1", "ab", "1");

            assertThat(redis.keys(GlobPattern.literal(name))).containsExactly(name);
        }
    }
}
