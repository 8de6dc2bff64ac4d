package io.clearmltenants.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a terminal shows after it has obeyed the few sequences that we use. */
final class Screen {
    private static final Pattern UP_AND_CLEAR = Pattern.compile("\u001b\\[(\\d+)A\r\u001b\\[J");
    private static final String COLOUR = "\u001b\\[[\\d;]*m";

    private Screen() {}

    static String of(String output) {
        List<String> lines = new ArrayList<>();
        Matcher redraw = UP_AND_CLEAR.matcher(output);
        int from = 0;
        while (redraw.find()) {
            output.substring(from, redraw.start()).lines().forEach(lines::add);
            int up = Integer.parseInt(redraw.group(1));
            lines.subList(lines.size() - up, lines.size()).clear();
            from = redraw.end();
        }
        output.substring(from).lines().forEach(lines::add);
        return String.join("\n", lines).replaceAll(COLOUR, "");
    }
}
