package io.clearmltenants.report;

import java.util.regex.Pattern;

/**
 * Text in which words that are written from right to left move nothing around them: in a path, a
 * browser would show a name that begins with a digit before the Hebrew or Arabic folder that it is
 * in.
 */
final class Isolated {
    private static final String LETTER =
            "[\\p{IsHebrew}\\p{IsArabic}\\p{IsSyriac}\\p{IsThaana}\\p{IsNko}\\p{IsAdlam}]";
    private static final Pattern WORDS =
            Pattern.compile(LETTER + "(?:[ \\p{Mn}]*" + LETTER + ")*\\p{Mn}*");

    private Isolated() {}

    /** The text with each run of such words between the two characters that isolate it. */
    static String of(String text) {
        return WORDS.matcher(text).replaceAll("\u2068$0\u2069");
    }
}
