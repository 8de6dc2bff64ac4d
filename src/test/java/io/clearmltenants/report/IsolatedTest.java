package io.clearmltenants.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsolatedTest {

    @ParameterizedTest
    @CsvSource({
        "plain/6.bin, plain/6.bin",
        "\u05d0\u05d1/6.bin, \u2068\u05d0\u05d1\u2069/6.bin",
        "/mnt/\u05d0\u05d1 \u05d2/6 \u0623, /mnt/\u2068\u05d0\u05d1 \u05d2\u2069/6 \u2068\u0623\u2069",
        "\u0628\u0650 (7), \u2068\u0628\u0650\u2069 (7)"
    })
    void wordsFromRightToLeftStandBetweenMarks(String text, String isolated) {
        assertThat(Isolated.of(text)).isEqualTo(isolated);
    }
}
