package io.clearmltenants.redis;

/** Redis' patterns for names. */
final class GlobPattern {
    private GlobPattern() {}

    /** A pattern that matches nothing but this text. */
    static String literal(String text) {
        return text.replaceAll("[\\\\*?\\[\\]^]", "\\\\$0");
    }
}
