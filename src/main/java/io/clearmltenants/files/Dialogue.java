package io.clearmltenants.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.FarProgram;
import io.clearmltenants.phase.TransientFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Talks with the program beside the fileserver's folder. */
final class Dialogue implements AutoCloseable {
    private final FarProgram program;
    private final String label;
    private final ObjectMapper json;
    private final Duration silence;

    /** Lines that were said; nothing marks the end. */
    private final BlockingQueue<Optional<String>> heard = new LinkedBlockingQueue<>();

    /**
     * @param label where the program runs, for people
     * @param silence a connection that says nothing for so long is lost
     */
    Dialogue(FarProgram program, String label, ObjectMapper json, Duration silence) {
        this.program = program;
        this.label = label;
        this.json = json;
        this.silence = silence;
        Thread.ofVirtual().name("fileserver dialogue").start(this::listen);
    }

    /** Says something and waits for the answer. */
    Reply ask(Request request) {
        say(request);
        return hear();
    }

    /**
     * Says something.
     *
     * @throws TransientFailure where the program is lost
     */
    void say(Request request) {
        try {
            program.input()
                    .write(
                            (json.writeValueAsString(request) + "\n")
                                    .getBytes(StandardCharsets.UTF_8));
            program.input().flush();
        } catch (IOException broken) {
            throw lost(broken);
        }
    }

    /**
     * The next thing that the program says.
     *
     * @throws ConnectFailure where it says that the folder cannot be used
     * @throws NotErased if it says that something was left for good
     * @throws TransientFailure where the program is lost
     */
    Reply hear() {
        Reply reply = parsed(line());
        while (reply instanceof Reply.Alive) {
            reply = parsed(line());
        }
        if (reply instanceof Reply.NotErasable(String sentence)) {
            throw new NotErased(sentence + " (" + label + ")");
        }
        if (reply instanceof Reply.Failed(String sentence)) {
            throw new ConnectFailure(sentence + " (" + label + ")");
        }
        return reply;
    }

    @Override
    public void close() {
        program.close();
    }

    private String line() {
        try {
            Optional<String> line = heard.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                throw lost(new IOException("it said nothing for " + silence.toSeconds() + " s"));
            }
            return line.orElseThrow(() -> lost(new IOException("it ended")));
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw lost(asked);
        }
    }

    private Reply parsed(String line) {
        try {
            return json.readValue(line, Reply.class);
        } catch (JsonProcessingException other) {
            throw new ConnectFailure(
                    "The program beside the fileserver's folder (%s) said something else than this version understands: %s"
                            .formatted(label, Sentences.printable(line)),
                    other);
        }
    }

    private TransientFailure lost(Exception cause) {
        String errors = program.errors().strip();
        return new TransientFailure(
                "The connection to the program beside the fileserver's folder (%s) is lost: %s%s"
                        .formatted(
                                label, cause.getMessage(), errors.isEmpty() ? "" : "; " + errors),
                cause);
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(program.output(), StandardCharsets.UTF_8))) {
            lines.lines().map(Optional::of).forEach(heard::add);
        } catch (IOException | java.io.UncheckedIOException broken) {
            // whoever waits for a line is told by the end mark below
        } finally {
            heard.add(Optional.empty());
        }
    }
}
