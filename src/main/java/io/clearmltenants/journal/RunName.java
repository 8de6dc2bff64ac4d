package io.clearmltenants.journal;

import io.clearmltenants.tenant.TenantId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of one run: when it started and whom it is about, safe in file names.
 *
 * @param value letters, digits and hyphens
 */
public record RunName(String value) {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9-]{1,80}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final int SHORT = 8;

    /**
     * @throws NoSuchRun if it is not the name of a run, in one sentence
     */
    public RunName {
        if (!SAFE.matcher(value).matches()) {
            throw new NoSuchRun(
                    "'"
                            + value
                            + "' is not the name of a run; runs are named like 20260131T120000Z-c0ffee00-1a2b3c4d.");
        }
    }

    /** A new name. */
    public static RunName create(Instant now, TenantId id) {
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        String letters = id.value().replaceAll("[^A-Za-z0-9]", "");
        String start = letters.substring(0, Math.min(SHORT, letters.length()));
        return new RunName(TIME.format(now) + "-" + start + "-" + HexFormat.of().formatHex(random));
    }

    @Override
    public String toString() {
        return value;
    }
}
