package io.clearmltenants.cli;

import io.clearmltenants.report.Printable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
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
    private final InputStream in;
    private BufferedReader answers;

    Terminal() {
        this(System.in);
    }

    /**
     * @param in where answers are read from
     */
    Terminal(InputStream in) {
        this.in = in;
    }

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

    /** Asks and reads one line; empty if standard input has ended. */
    synchronized Optional<String> ask(String question) {
        err.print(question);
        err.flush();
        try {
            return Optional.ofNullable(answers().readLine());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One reader for all questions, since it reads ahead; none before a question is asked. */
    private BufferedReader answers() {
        if (answers == null) {
            answers = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return answers;
    }
}
