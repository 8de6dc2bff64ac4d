package io.clearmltenants.cli;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The three streams of this process. */
@ApplicationScoped
class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    /** Standard output: the result, and nothing else. */
    PrintStream out() {
        return out;
    }

    /** Standard error: everything that is not the result. */
    PrintStream err() {
        return err;
    }

    /** A line on standard error. */
    void error(String line) {
        err.println(line);
    }

    /**
     * True where a person sees standard error; a static binary has no library to ask, so the kernel
     * is asked.
     */
    boolean interactive() {
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/")
                    || target.startsWith("/dev/tty")
                    || target.startsWith("/dev/console");
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Asks and reads one line; empty where standard input has ended. */
    Optional<String> ask(String question) {
        err.print(question);
        err.flush();
        try {
            BufferedReader input =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return Optional.ofNullable(input.readLine());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
