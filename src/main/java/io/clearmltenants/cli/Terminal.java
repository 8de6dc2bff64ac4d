package io.clearmltenants.cli;

import io.clearmltenants.report.Printable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The three streams of this process. */
@ApplicationScoped
class Terminal {
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

    /** A line on standard error; what it repeats of a server or a user cannot act on a terminal. */
    void error(String line) {
        err.println(Printable.of(line));
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
