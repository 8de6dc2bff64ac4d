package io.clearmltenants.report;

import io.clearmltenants.phase.Amount;
import java.time.Duration;
import java.util.Locale;

/** Values as people read them in a terminal. */
final class Printable {
    private static final int STEP = 1_000;
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private Printable() {}

    /**
     * Text from data with its control characters made visible, so that it cannot steer a terminal.
     */
    static String text(String value) {
        StringBuilder safe = new StringBuilder(value.length());
        value.codePoints()
                .forEach(
                        character -> {
                            if (Character.isISOControl(character)
                                    || Character.getType(character) == Character.FORMAT) {
                                safe.append("\\u%04x".formatted(character));
                            } else {
                                safe.appendCodePoint(character);
                            }
                        });
        return safe.toString();
    }

    /** A size in decimal units ("12.3 MB"); a dash where it is not known. */
    static String bytes(long bytes) {
        if (bytes == Amount.UNKNOWN) {
            return "-";
        }
        double size = bytes;
        int unit = 0;
        while (size >= STEP && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        return unit == 0 ? bytes + " B" : "%.1f %s".formatted(size, UNITS[unit]);
    }

    /** A number with thousands apart. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A duration ("2 min 10 s"). */
    static String duration(Duration duration) {
        long seconds = Math.max(1, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? "%d min %d s".formatted(seconds / 60, seconds % 60)
                : "%d h %d min".formatted(seconds / 3600, seconds % 3600 / 60);
    }
}
