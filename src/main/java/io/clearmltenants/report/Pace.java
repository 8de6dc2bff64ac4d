package io.clearmltenants.report;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a phase is and how fast it goes.
 *
 * @param done how many units are erased
 * @param total how many the plan counted
 * @param elapsed since the phase began
 */
record Pace(long done, long total, Duration elapsed) {
    private static final double MILLIS = 1_000;

    /** Units a second, over the whole phase; 0 if it has only begun. */
    double perSecond() {
        return elapsed.toSeconds() < 1 ? 0 : done * MILLIS / elapsed.toMillis();
    }

    /** The time to the end at this rate; empty if there is no rate yet. */
    Optional<Duration> left() {
        double rate = perSecond();
        return rate == 0 || total < done
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) ((total - done) / rate * MILLIS)));
    }

    /** For example "4,200 of 10,000 documents". */
    String counts(String unit) {
        return Words.number(done) + " of " + Words.count(total, unit);
    }

    /** For example "350/s, 17 s left"; empty if there is no rate yet. */
    String speed() {
        double rate = perSecond();
        if (rate == 0) {
            return "";
        }
        String speed =
                rate < 10
                        ? String.format(Locale.ROOT, "%.1f", rate)
                        : Words.number(Math.round(rate));
        return speed + "/s" + left().map(time -> ", " + Words.duration(time) + " left").orElse("");
    }
}
