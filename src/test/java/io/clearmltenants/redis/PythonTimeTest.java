package io.clearmltenants.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-04T05:06:07",
                "2026-03-04T05:06:07.000000",
                "2026-03-04 05:06:07",
                "2026-03-04T05:06:07+00:00",
                "2026-03-04T05:06:07Z",
                "2026-03-04T07:06:07+02:00"
            })
    void timesArePointsInUtcUnlessTheySayOtherwise(String text) {
        assertThat(PythonTime.instant(text)).contains(Instant.parse("2026-03-04T05:06:07Z"));
    }

    @Test
    void anythingElseIsNoTime() {
        assertThat(PythonTime.instant("")).isEmpty();
        assertThat(PythonTime.instant("yesterday")).isEmpty();
    }
}
