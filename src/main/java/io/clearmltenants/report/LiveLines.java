package io.clearmltenants.report;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The lines at the bottom of a terminal that are drawn again and again, with the lines that stay
 * above them. Needs a terminal that moves its cursor up, and nothing else.
 */
final class LiveLines {
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_TO_END = "\r\u001b[J";

    private final PrintStream out;
    private final Map<Object, String> lines = new LinkedHashMap<>();
    private int drawn;

    LiveLines(PrintStream out) {
        this.out = out;
    }

    /** Draws a line, in place of the one that this key had. It must fit the terminal's width. */
    synchronized void draw(Object key, String line) {
        lines.put(key, line);
        redraw("");
    }

    /** Removes a key's line. */
    synchronized void remove(Object key) {
        if (lines.remove(key) != null) {
            redraw("");
        }
    }

    /** Prints a line that stays. */
    synchronized void print(String line) {
        redraw(line + "\n");
    }

    private void redraw(String above) {
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append(UP.formatted(drawn)).append(CLEAR_TO_END);
        }
        text.append(above);
        lines.values().forEach(line -> text.append(line).append('\n'));
        drawn = lines.size();
        // at once, or the terminal flickers
        out.print(text);
        out.flush();
    }
}
