package io.clearmltenants.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.clearmltenants.connect.ConnectFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Docker engine. Every operation has a time-out and is tried three times. */
public final class Engine {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

    private final Endpoint endpoint;
    private final ObjectMapper json;

    public Engine(Endpoint endpoint, ObjectMapper json) {
        this.endpoint = endpoint;
        this.json = json;
    }

    /** Its address and who named it, for people. */
    public String label() {
        return endpoint.address() + " (" + endpoint.origin() + ")";
    }

    /** Its address, to tell it from others. */
    public String address() {
        return endpoint.address();
    }

    /** True if it answers, asked once and for two seconds at most. */
    public boolean answers() {
        return silence().isEmpty();
    }

    /** Why it does not answer, in a few words; empty if it does. */
    public Optional<String> silence() {
        try (Exchange exchange =
                new Exchange(endpoint, Request.get("/_ping", Map.of()), Duration.ofSeconds(2))) {
            exchange.body().readAllBytes();
            return Optional.empty();
        } catch (IOException silent) {
            return Optional.of(String.valueOf(silent.getMessage()).strip());
        }
    }

    /** What it says about itself (GET /info). */
    public JsonNode information() {
        return get("/info", Map.of()).orElseThrow();
    }

    /** All containers, running or not. */
    public List<Listed> containers() {
        return listed(Map.of("all", "true"));
    }

    /** All containers that carry this label, running or not. */
    public List<Listed> containersWith(String label) {
        String filters =
                json.createObjectNode().set("label", json.createArrayNode().add(label)).toString();
        return listed(Map.of("all", "true", "filters", filters));
    }

    private List<Listed> listed(Map<String, String> query) {
        return get("/containers/json", query).orElseThrow().valueStream().map(Listed::new).toList();
    }

    /** A container by id or name; empty where there is none. */
    public Optional<Container> container(String id) {
        return get("/containers/" + id + "/json", Map.of()).map(Container::new);
    }

    /** A network by id or name; empty where there is none. */
    public Optional<Network> network(String id) {
        return get("/networks/" + id, Map.of()).map(Network::new);
    }

    /** The files of a container. */
    public ContainerFiles files(Container container) {
        return new ContainerFiles(this, container.id());
    }

    /** Stops a container: asks it to end, and ends it after ten seconds; success where it is. */
    public void stop(String id) {
        run(Request.post("/containers/" + id + "/stop", Map.of("t", "10")));
    }

    /** Starts a container; success where it runs. */
    public void start(String id) {
        run(Request.post("/containers/" + id + "/start", Map.of()));
    }

    /**
     * Makes a container.
     *
     * @param description as POST /containers/create takes it
     */
    public OwnContainer create(String name, JsonNode description) {
        Request request = Request.post("/containers/create", Map.of("name", name), description);
        return own(read(request, json::readTree).path("Id").asText());
    }

    /** A container that an earlier run of this program made. */
    public OwnContainer own(String id) {
        return new OwnContainer(this, id);
    }

    /** Does what has no answer worth reading. */
    void run(Request request) {
        read(request, body -> body.readAllBytes().length);
    }

    Optional<JsonNode> get(String path, Map<String, String> query) {
        try {
            return Optional.of(read(Request.get(path, query), json::readTree));
        } catch (ConnectFailure failure) {
            if (failure.getCause() instanceof EngineRefusal refusal
                    && refusal.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** An answer's body, turned into something. */
    interface Reading<T> {
        T from(InputStream body) throws IOException;
    }

    <T> T read(Request request, Reading<T> reading) {
        return with(request, exchange -> reading.from(exchange.body()));
    }

    /** An answer, turned into something. */
    interface Answering<T> {
        T from(Exchange exchange) throws IOException;
    }

    <T> T with(Request request, Answering<T> answering) {
        return attempt(
                () -> {
                    try (Exchange exchange = new Exchange(endpoint, request, PATIENCE)) {
                        return answering.from(exchange);
                    }
                });
    }

    /** Opens a connection that stays silent for as long as the other side likes. */
    Exchange open(Request request) {
        return attempt(() -> new Exchange(endpoint, request, Duration.ZERO));
    }

    private interface Attempt<T> {
        T make() throws IOException;
    }

    private <T> T attempt(Attempt<T> attempt) {
        RetryPolicy<T> policy =
                RetryPolicy.<T>builder()
                        .handleIf(Engine::passing)
                        .withBackoff(Duration.ofMillis(200), Duration.ofSeconds(2))
                        .withMaxRetries(2)
                        .build();
        try {
            return Failsafe.with(policy).get(attempt::make);
        } catch (FailsafeException failed) {
            throw failure(failed.getCause());
        }
    }

    private static boolean passing(Throwable failure) {
        return switch (failure) {
            case EngineRefusal refusal -> refusal.passing();
            case AccessDeniedException refused -> false;
            case IOException lost -> true;
            case Throwable mistake -> false;
        };
    }

    private ConnectFailure failure(Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        if (said.contains("Permission denied")) {
            return new ConnectFailure(
                    "This user may not use the Docker engine at %s; run with sudo or as a member of the group docker."
                            .formatted(label()),
                    cause);
        }
        if (cause instanceof EngineRefusal) {
            return new ConnectFailure(
                    "The Docker engine at %s refuses: %s.".formatted(label(), said.strip()), cause);
        }
        return new ConnectFailure(
                "The Docker engine at %s does not answer (%s); see that it runs, or name another with DOCKER_HOST."
                        .formatted(label(), said),
                cause);
    }
}
