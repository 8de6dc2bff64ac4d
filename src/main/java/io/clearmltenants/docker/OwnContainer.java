package io.clearmltenants.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.connect.ConnectFailure;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** A container that this program has made, and removes. */
public final class OwnContainer {
    private final Engine engine;
    private final String id;

    OwnContainer(Engine engine, String id) {
        this.engine = engine;
        this.id = id;
    }

    /** As the engine describes it; empty where it is gone. */
    public Optional<Container> look() {
        return engine.container(id);
    }

    /** Puts it into one more network, before it starts. */
    public void join(String networkId) {
        JsonNode body = new ObjectMapper().createObjectNode().put("Container", id);
        engine.run(Request.post("/networks/" + networkId + "/connect", Map.of(), body));
    }

    /** Its files. */
    public ContainerFiles files() {
        return new ContainerFiles(engine, id);
    }

    /** Its streams, from the start where it has not started. */
    public AttachedStreams attach() {
        Map<String, String> all = Map.of("stream", "1", "stdin", "1", "stdout", "1", "stderr", "1");
        return new AttachedStreams(
                engine.open(Request.post("/containers/" + id + "/attach", all).upgraded()));
    }

    /** Starts it. */
    public void start() {
        engine.start(id);
    }

    /**
     * Sends a signal to its process.
     *
     * @param name without SIG: "INT"
     */
    public void signal(String name) {
        engine.run(Request.post("/containers/" + id + "/kill", Map.of("signal", "SIG" + name)));
    }

    /** Waits for its end, however long that takes, and gives its exit code. */
    public int awaitEnd() {
        try (Exchange exchange =
                engine.open(Request.post("/containers/" + id + "/wait", Map.of()))) {
            return new ObjectMapper().readTree(exchange.body()).path("StatusCode").asInt();
        } catch (IOException lost) {
            throw new ConnectFailure(
                    "The Docker engine at %s was lost (%s) while a command ran in its container."
                            .formatted(engine.label(), lost.getMessage()),
                    lost);
        }
    }

    /** Stops it: asks it to end, and ends it after ten seconds. */
    public void stop() {
        engine.stop(id);
    }

    /** Removes it, whether it runs or not. Volumes stay: none is its own. */
    public void remove() {
        engine.run(Request.delete("/containers/" + id, Map.of("force", "true")));
    }
}
