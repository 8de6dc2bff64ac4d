package io.clearmltenants.docker;

import io.clearmltenants.connect.ConnectFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds where engines listen, as the docker program does: DOCKER_HOST, then the chosen context,
 * then the usual sockets.
 *
 * @param environment the variables of this process
 */
public record Endpoints(Map<String, String> environment) {
    private static final int PLAIN_PORT = 2375;
    private static final int TLS_PORT = 2376;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Those to be tried, the best first; exactly one if the user chose one.
     *
     * @throws ConnectFailure if the user's choice makes no sense
     */
    public List<Endpoint> candidates() {
        Optional<String> host = set("DOCKER_HOST");
        if (host.isPresent()) {
            return List.of(parse(host.get(), certificates(), "variable DOCKER_HOST"));
        }
        Optional<Contexts.Context> context = new Contexts(configuration()).chosen(environment);
        if (context.isPresent()) {
            Contexts.Context chosen = context.get();
            return List.of(parse(chosen.host(), chosen.certificates(), chosen.origin()));
        }
        return usual();
    }

    private List<Endpoint> usual() {
        List<Endpoint> usual = new ArrayList<>();
        usual.add(Endpoint.socket(Path.of("/var/run/docker.sock"), "built-in default"));
        set("XDG_RUNTIME_DIR")
                .ifPresent(
                        folder ->
                                usual.add(
                                        Endpoint.socket(
                                                Path.of(folder, "docker.sock"),
                                                "rootless engine of this user")));
        usual.add(Endpoint.socket(home().resolve(".docker/run/docker.sock"), "Docker Desktop"));
        return usual;
    }

    private static Endpoint parse(String address, Optional<Path> certificates, String origin) {
        try {
            URI uri = URI.create(address);
            if ("unix".equals(uri.getScheme())
                    && uri.getPath() != null
                    && !uri.getPath().isEmpty()) {
                return new Endpoint(uri, Optional.empty(), origin);
            }
            if ("tcp".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getPort() != 0
                    && uri.getPort() <= HIGHEST_PORT) {
                int usual = certificates.isPresent() ? TLS_PORT : PLAIN_PORT;
                int port = uri.getPort() < 0 ? usual : uri.getPort();
                return new Endpoint(
                        URI.create("tcp://" + uri.getHost() + ":" + port), certificates, origin);
            }
        } catch (IllegalArgumentException malformed) {
            throw unusable(address, origin, malformed);
        }
        throw unusable(address, origin, null);
    }

    private static ConnectFailure unusable(String address, String origin, Exception cause) {
        return new ConnectFailure(
                ("The engine's address '%s' (%s) is neither unix:///SOCKET nor tcp://HOST:PORT; for an engine behind SSH run"
                                + " `ssh -L /tmp/docker.sock:/var/run/docker.sock USER@HOST` and set DOCKER_HOST=unix:///tmp/docker.sock.")
                        .formatted(address, origin),
                cause);
    }

    private Optional<Path> certificates() {
        return set("DOCKER_TLS_VERIFY")
                .map(on -> set("DOCKER_CERT_PATH").map(Path::of).orElseGet(this::configuration));
    }

    private Path configuration() {
        return set("DOCKER_CONFIG").map(Path::of).orElseGet(() -> home().resolve(".docker"));
    }

    private Path home() {
        return Path.of(set("HOME").orElse("/"));
    }

    private Optional<String> set(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
