package io.clearmltenants.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "-1, -",
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "12345678, 12.3 MB",
        "999949, 999.9 kB",
        "999950, 1.0 MB",
        "9223372036854775807, 9.2 EB"
    })
    void sizesAreInDecimalUnits(long bytes, String words) {
        assertThat(Words.bytes(bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.5S, less than 1 s",
        "PT17.9S, 17 s",
        "PT130S, 2 min 10 s",
        "PT3H5M59S, 3 h 5 min",
        "PT51H, 2 d 3 h"
    })
    void durationsAreInTheirTwoLargestUnits(Duration duration, String words) {
        assertThat(Words.duration(duration)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1;documents;1 document",
                "1;indices;1 index",
                "1;entries;1 entry",
                "0;files;0 files",
                "1234567;keys;1,234,567 keys"
            })
    void thingsAreCounted(long number, String unit, String words) {
        assertThat(Words.count(number, unit)).isEqualTo(words);
    }

    @Test
    void timesAreInUtcToTheSecond() {
        assertThat(Words.time(Instant.parse("2026-02-03T04:05:06.789Z")))
                .isEqualTo("2026-02-03T04:05:06Z");
    }

    @Test
    void aPaceIsKnownOnceASecondHasPassedAndSomethingIsDone() {
        assertThat(new Pace(100, 1_000, Duration.ofMillis(900)).speed()).isEmpty();
        assertThat(new Pace(0, 1_000, Duration.ofSeconds(9)).speed()).isEmpty();
        assertThat(new Pace(100, 1_000, Duration.ofSeconds(2)).speed())
                .isEqualTo("50/s, 18 s left");
        assertThat(new Pace(3, 6, Duration.ofSeconds(2)).speed()).isEqualTo("1.5/s, 2 s left");
        assertThat(new Pace(1_000, 900, Duration.ofSeconds(2)).speed()).isEqualTo("500/s");
    }

    @ParameterizedTest
    @CsvSource({
        "Büro 漢字 🎉, Büro 漢字 🎉",
        "a\u001b[31mb, a\\u001B[31mb",
        "a\u0000\u007f\u0085b, a\\u0000\\u007F\\u0085b",
        "a\u202eb\u2066c\u200d, a\\u202Eb\\u2066c\\u200D",
        "a\u2028b\u2029c, a\\u2028b\\u2029c",
        "a\ud800b, a\\uD800b",
        "a\udb40\udc41b, a\\u{0E0041}b"
    })
    void onlyVisibleCharactersArePrintedAsTheyAre(String text, String printable) {
        assertThat(Printable.of(text)).isEqualTo(printable);
    }
}
