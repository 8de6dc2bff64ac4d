package io.clearmltenants.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** The other side of {@link FarRoot}: answers questions about the folder of this machine. */
@ApplicationScoped
public class FileserverAgent {
    private static final Duration PULSE = Duration.ofSeconds(5);

    private final ObjectMapper json;

    FileserverAgent(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Answers until its input ends.
     *
     * @throws IOException where whoever asks is lost
     */
    public void serve(Path folder, InputStream input, OutputStream output) throws IOException {
        BufferedReader questions =
                new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        AgentVoice voice = new AgentVoice(json, questions, output);
        try (Pulse pulse = new Pulse(voice, PULSE)) {
            pulse.start();
            for (String line = questions.readLine(); line != null; line = questions.readLine()) {
                voice.say(answer(folder, json.readValue(line, Request.class), voice));
            }
        }
    }

    private Reply answer(Path folder, Request request, AgentVoice voice) {
        FileRoot root = FileRoot.beside(folder, json);
        try {
            return answer(root, root.folder().orElseThrow(), request, voice);
        } catch (UncheckedIOException lost) {
            throw lost;
        } catch (NotErased left) {
            return new Reply.NotErasable(left.getMessage());
        } catch (RuntimeException failure) {
            return new Reply.Failed(
                    failure.getMessage() == null ? failure.toString() : failure.getMessage());
        }
    }

    private static Reply answer(
            FileRoot root, RootFolder folder, Request request, AgentVoice voice) {
        return switch (request) {
            case Request.State() -> new Reply.State(folder.state());
            case Request.Refusal(var id) -> new Reply.Refusal(root.refusal(id));
            case Request.Find(var id) -> new Reply.Found(folder.find(id));
            case Request.Look(var id) -> new Reply.Left(folder.look(id));
            case Request.Layout(var id, var neighbours) ->
                    new Reply.Compared(folder.layout(id, neighbours, tasks -> owned(tasks, voice)));
            case Request.Present(var id, var urls) -> new Reply.Present(folder.present(id, urls));
            case Request.Erase(var id, var item, var run, var stopping) ->
                    new Reply.Erased(folder.erase(id, item, new FarGate(run, stopping, voice)));
            case Request.Owned unasked -> outOfStep();
            case Request.Pass unasked -> outOfStep();
        };
    }

    private static Set<String> owned(Set<String> tasks, AgentVoice voice) {
        return voice.ask(new Reply.Compare(Set.copyOf(tasks)), Request.Owned.class).tasks();
    }

    private static Reply outOfStep() {
        return new Reply.Failed(
                "The questions to the program beside the fileserver's folder are out of step; go on with --resume.");
    }
}
