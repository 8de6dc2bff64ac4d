package io.clearmltenants.report;

import java.util.HexFormat;

/**
 * Text from a server, made harmless: a tenant's name may hold escape sequences that would move the
 * cursor, or direction marks that would make it look like another.
 */
public final class Printable {
    private Printable() {}

    /**
     * The text on one line, with every character that a terminal could obey or that cannot be seen
     * replaced by its code, for example {@code \u001B}.
     */
    public static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        character -> {
                            if (isVisible(character)) {
                                line.appendCodePoint(character);
                            } else {
                                line.append(code(character));
                            }
                        });
        return line.toString();
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    private static String code(int character) {
        HexFormat hex = HexFormat.of().withUpperCase();
        return character <= Character.MAX_VALUE
                ? "\\u" + hex.toHexDigits((char) character)
                : "\\u{" + hex.toHexDigits(character, 6) + "}";
    }
}
