package io.clearmltenants.report;

/** Colours for a terminal, by what they mean. */
enum Paint {
    GOOD("32"),
    BAD("31"),
    WORTH_NOTING("33"),
    STRONG("1"),
    FAINT("2");

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    /** The text in this colour if colours are wanted. */
    String on(String text, boolean colour) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
