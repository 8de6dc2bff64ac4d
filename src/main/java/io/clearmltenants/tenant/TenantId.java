package io.clearmltenants.tenant;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/**
 * The identifier of one tenant, checked once at the edge so that nothing behind it meets an empty,
 * path-like or pattern-like value. ClearML makes 32 lower-case hexadecimal digits, but an
 * administrator may have chosen another.
 *
 * @param value the identifier exactly as the company document's {@code _id} has it; case matters
 */
@RegisterForReflection
public record TenantId(String value) {
    private static final int LONGEST = 128;
    private static final String PATH_AND_PATTERN = "/\\*?[]{}<>|\"'`$,:;#%";

    /**
     * @throws InvalidTenantId if the value cannot be a tenant's identifier, in one sentence that
     *     says why
     */
    public TenantId {
        reject(
                value == null || value.isEmpty(),
                "The tenant's id is empty; give the exact id, as `list` shows it.");
        reject(
                value.length() > LONGEST,
                "The tenant's id is longer than " + LONGEST + " characters.");
        reject(
                value.equals(".") || value.equals(".."),
                "'" + value + "' is a path element, not a tenant's id.");
        reject(
                value.startsWith(".") || value.startsWith("-"),
                "A tenant's id does not start with '" + value.charAt(0) + "'.");
        value.codePoints().forEach(TenantId::rejectCharacter);
    }

    /** The identifier as Elasticsearch index names carry it (A/bll/event/event_common.py:57-62). */
    public String lowerCase() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }

    private static void rejectCharacter(int character) {
        reject(
                Character.isISOControl(character) || Character.isWhitespace(character),
                "The tenant's id holds a space or control character; give the exact id, as `list` shows it.");
        reject(
                PATH_AND_PATTERN.indexOf(character) >= 0,
                "The tenant's id holds '"
                        + Character.toString(character)
                        + "', which could act as a path or a pattern; give the exact id, as `list` shows it.");
    }

    private static void reject(boolean wrong, String sentence) {
        if (wrong) {
            throw new InvalidTenantId(sentence);
        }
    }
}
