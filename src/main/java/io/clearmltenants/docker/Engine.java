package io.clearmltenants.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.ListContainersCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.failsafe.Timeout;
import io.clearmltenants.connect.ConnectFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A Docker engine. Every question has a time-out and is asked three times. */
public final class Engine {
    private static final Duration GLANCE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 3;
    private static final int FIRST_ERROR = 400;

    private final Endpoint endpoint;
    private DockerHttpClient transport;
    private DockerClient client;

    public Engine(Endpoint endpoint) {
        this.endpoint = endpoint;
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
        try {
            bounded(GLANCE, 1, engine -> engine.pingCmd().exec());
            return Optional.empty();
        } catch (EngineFailure silent) {
            return Optional.of(silent.getMessage());
        }
    }

    /** Its host's kind of processor: "amd64", "arm64". */
    public String architecture() {
        return ask(engine -> engine.versionCmd().exec().getArch());
    }

    /** All containers, running or not. */
    public List<Listed> containers() {
        return listed(UnaryOperator.identity());
    }

    /** All containers that carry this label, running or not. */
    public List<Listed> containersWith(String label) {
        return listed(command -> command.withLabelFilter(List.of(label)));
    }

    private List<Listed> listed(UnaryOperator<ListContainersCmd> filter) {
        return ask(
                engine ->
                        filter.apply(engine.listContainersCmd().withShowAll(true)).exec().stream()
                                .map(Listed::new)
                                .toList());
    }

    /** A container by id or name; empty if there is none. */
    public Optional<Container> container(String id) {
        return found(engine -> new Container(engine.inspectContainerCmd(id).exec()));
    }

    /**
     * True if the container, running or not, has this file or folder. The client has no such
     * question, and to begin to read a folder means to read all of it.
     */
    public boolean has(String id, String path) {
        String target =
                "/containers/%s/archive?path=%s"
                        .formatted(id, URLEncoder.encode(path, StandardCharsets.UTF_8));
        DockerHttpClient.Request question =
                DockerHttpClient.Request.builder().method("HEAD").path(target).build();
        return ask(
                engine -> {
                    try (DockerHttpClient.Response answer = transport().execute(question)) {
                        return answer.getStatusCode() < FIRST_ERROR;
                    }
                });
    }

    /** Takes in a tar archive. */
    public interface Unpacking {
        void from(InputStream tar) throws IOException;
    }

    /**
     * Reads a file or folder of a container, running or not, as a tar archive whose names begin
     * with its own; false if there is none.
     */
    public boolean read(String id, String path, Unpacking unpacking) {
        Optional<InputStream> archive =
                found(engine -> engine.copyArchiveFromContainerCmd(id, path).exec());
        try (InputStream tar = archive.orElseGet(InputStream::nullInputStream)) {
            unpacking.from(tar);
            return archive.isPresent();
        } catch (IOException lost) {
            throw failure(new EngineFailure(lost));
        }
    }

    /**
     * Makes a container.
     *
     * @param description completes the command, which names the image only
     */
    public OwnContainer create(String image, UnaryOperator<CreateContainerCmd> description) {
        return own(
                ask(engine -> description.apply(engine.createContainerCmd(image)).exec().getId()));
    }

    /** A container that this program has made. */
    public OwnContainer own(String id) {
        return new OwnContainer(this, id);
    }

    /** Asks until there is an answer. */
    <T> T ask(Function<DockerClient, T> question) {
        try {
            return bounded(PATIENCE, TRIES, question);
        } catch (EngineFailure failed) {
            throw failure(failed);
        }
    }

    private <T> Optional<T> found(Function<DockerClient, T> question) {
        return ask(
                engine -> {
                    try {
                        return Optional.of(question.apply(engine));
                    } catch (NotFoundException none) {
                        return Optional.empty();
                    }
                });
    }

    /** Asks once, for as long as it takes. */
    <T> T stream(Function<DockerClient, T> question) {
        try {
            return question.apply(client());
        } catch (RuntimeException failed) {
            throw failure(new EngineFailure(failed));
        }
    }

    /** A thread of its own asks, since a read from a socket ends only with its thread. */
    private <T> T bounded(Duration patience, int tries, Function<DockerClient, T> question) {
        RetryPolicy<T> again =
                RetryPolicy.<T>builder()
                        .handleIf(EngineFailure::passing)
                        .withBackoff(Duration.ofMillis(200), Duration.ofSeconds(2))
                        .withMaxAttempts(tries)
                        .build();
        Timeout<T> bound = Timeout.<T>builder(patience).withInterrupt().build();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return Failsafe.with(again, bound)
                    .with(threads)
                    .getAsync(() -> question.apply(client()))
                    .join();
        } catch (RuntimeException failed) {
            throw new EngineFailure(failed);
        }
    }

    private synchronized DockerClient client() {
        if (client == null) {
            client = DockerClientImpl.getInstance(new ClientSettings(endpoint), transport());
        }
        return client;
    }

    private synchronized DockerHttpClient transport() {
        if (transport == null) {
            transport =
                    new ZerodepDockerHttpClient.Builder()
                            .dockerHost(endpoint.uri())
                            .sslConfig(
                                    endpoint.certificates()
                                            .map(ClientCertificate::new)
                                            .orElse(null))
                            .connectionTimeout(Duration.ofSeconds(5))
                            .build();
        }
        return transport;
    }

    private ConnectFailure failure(EngineFailure failed) {
        return failed.sentence(label());
    }
}
