package io.clearmltenants.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.connect.ConnectFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.http.HttpEntity;

/** Reads and writes the files of a container, running or not, through its engine. */
public final class ContainerFiles {
    private static final int NOT_FOUND = 404;

    private final Engine engine;
    private final String target;

    ContainerFiles(Engine engine, String id) {
        this.engine = engine;
        this.target = "/containers/" + id + "/archive";
    }

    /**
     * What the engine knows of a file or folder: "name", "size", "mode", "mtime"; empty where there
     * is none.
     */
    public Optional<JsonNode> look(String path) {
        return found(
                () ->
                        engine.with(
                                Request.head(target, Map.of("path", path)),
                                exchange ->
                                        new ObjectMapper()
                                                .readTree(
                                                        Base64.getDecoder()
                                                                .decode(
                                                                        exchange.header(
                                                                                "X-Docker-Container-Path-Stat")))));
    }

    /** Takes in a tar archive. */
    public interface Unpacking {
        void from(InputStream tar) throws IOException;
    }

    /**
     * Reads a file or folder as a tar archive, whose names begin with its own; false where there is
     * none.
     */
    public boolean read(String path, Unpacking unpacking) {
        return found(
                        () ->
                                engine.read(
                                        Request.get(target, Map.of("path", path)),
                                        tar -> {
                                            unpacking.from(tar);
                                            return true;
                                        }))
                .isPresent();
    }

    /** Unpacks a tar archive into a folder that is there; keeps the owners that it names. */
    public void write(Path folder, HttpEntity tar) {
        engine.run(Request.put(target, Map.of("path", folder.toString()), tar));
    }

    private interface Question<T> {
        T ask();
    }

    private static <T> Optional<T> found(Question<T> question) {
        try {
            return Optional.of(question.ask());
        } catch (ConnectFailure failure) {
            if (failure.getCause() instanceof EngineRefusal refusal
                    && refusal.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
