package io.clearmltenants.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The streams of the program beside the fileserver's folder; whole lines, from any thread. */
final class AgentVoice {
    private final ObjectMapper json;
    private final BufferedReader questions;
    private final OutputStream output;

    AgentVoice(ObjectMapper json, BufferedReader questions, OutputStream output) {
        this.json = json;
        this.questions = questions;
        this.output = output;
    }

    /** Says one line. */
    synchronized void say(Reply reply) {
        try {
            output.write((json.writeValueAsString(reply) + "\n").getBytes(StandardCharsets.UTF_8));
            output.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Asks back.
     *
     * @throws UncheckedIOException where whoever asked is lost or says something else
     */
    <T extends Request> T ask(Reply question, Class<T> type) {
        say(question);
        try {
            String line = questions.readLine();
            if (line == null) {
                throw new EOFException("the other side has ended");
            }
            return type.cast(json.readValue(line, Request.class));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
