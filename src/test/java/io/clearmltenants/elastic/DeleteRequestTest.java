package io.clearmltenants.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeleteRequestTest {

    @Test
    void aRequestTakesAtMost20Names() {
        List<String> names = IntStream.range(0, 45).mapToObj(number -> "index" + number).toList();

        assertThat(DeleteRequest.firstChunk(names)).isEqualTo(names.subList(0, 20));
    }

    @Test
    void aRequestLineStaysUnder3000Characters() {
        List<String> names =
                IntStream.range(0, 20).mapToObj(number -> "x".repeat(200) + number).toList();

        assertThat(String.join(",", DeleteRequest.firstChunk(names)).length())
                .isBetween(2_500, 3_000);
    }

    @Test
    void oneNameIsNeverTooLong() {
        assertThat(DeleteRequest.firstChunk(List.of("x".repeat(4_000), "y"))).hasSize(1);
    }
}
