package io.clearmltenants.report;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * How the user wants to see a run.
 *
 * @param json JSON lines on standard output
 * @param quiet failures only
 * @param terminal standard error is a terminal on which lines can be redrawn
 * @param colour colours are wanted there
 * @param columns its width
 */
public record OutputChoice(
        boolean json, boolean quiet, boolean terminal, boolean colour, int columns) {
    private static final int USUAL_COLUMNS = 80;
    private static final int FEWEST_COLUMNS = 40;

    /**
     * @param terminal whether standard error is a terminal, see {@link #standardErrorIsTerminal}
     * @param environment the process's environment; of it {@code NO_COLOR} (https://no-color.org),
     *     {@code TERM} and {@code COLUMNS} count
     */
    public static OutputChoice of(
            boolean json, boolean quiet, boolean terminal, Map<String, String> environment) {
        boolean redraws = terminal && !"dumb".equals(environment.get("TERM"));
        boolean colour = redraws && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new OutputChoice(json, quiet, redraws, colour, columns(environment));
    }

    /**
     * Whether standard error is a terminal. Asked of the kernel's view of the process, since
     * neither Java nor a static binary without a terminal library can tell; if there is none,
     * Java's console answers for all three streams.
     */
    public static boolean standardErrorIsTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/")
                    || target.startsWith("/dev/tty")
                    || target.equals("/dev/console");
        } catch (IOException noSuchView) {
            Console console = System.console();
            return console != null && console.isTerminal();
        }
    }

    private static int columns(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("\\d{1,4}")
                ? Math.max(FEWEST_COLUMNS, Integer.parseInt(columns))
                : USUAL_COLUMNS;
    }
}
