package io.clearmltenants.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Numbers, sizes and times as people read them, the same in every language and time zone. */
final class Words {
    private static final List<String> SIZES = List.of("kB", "MB", "GB", "TB", "PB", "EB");

    private Words() {}

    /** A number with its thousands apart. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number of things; @param unit what they are, in the plural */
    static String count(long number, String unit) {
        return number(number) + " " + (number == 1 ? singular(unit) : unit);
    }

    /** A size in decimal units, or "-" where it is not known. */
    static String bytes(long bytes) {
        if (bytes < 0) {
            return "-";
        }
        if (bytes < 1_000) {
            return bytes + " B";
        }
        double size = bytes / 1_000.0;
        int unit = 0;
        // 999.95 would be printed as 1000.0
        while (size >= 999.95) {
            size /= 1_000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", size, SIZES.get(unit));
    }

    /** A duration in its two largest units. */
    static String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return duration.toSeconds() > 0 ? duration.toSeconds() + " s" : "less than 1 s";
    }

    /** A moment in UTC, to the second. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String singular(String plural) {
        if (plural.endsWith("indices")) {
            return plural.substring(0, plural.length() - "ices".length()) + "ex";
        }
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - "ies".length()) + "y";
        }
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }
}
