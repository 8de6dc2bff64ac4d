package io.clearmltenants.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.json.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The contexts of the docker program.
 *
 * @param folder its configuration, usually ~/.docker
 */
record Contexts(Path folder) {
    /** It means that there is no context. */
    private static final String NONE = "default";

    /**
     * One context.
     *
     * @param certificates folder with its PEM files; empty for a connection without TLS
     * @param origin its name and who chose it, for people
     */
    record Context(String host, Optional<Path> certificates, String origin) {}

    /** The one that is to be used; empty for the usual sockets. */
    Optional<Context> chosen(Map<String, String> environment) {
        return Stream.concat(
                        Stream.ofNullable(environment.get("DOCKER_CONTEXT")),
                        Stream.of(folder.resolve("config.json"))
                                .filter(Files::isRegularFile)
                                .map(file -> read(file).path("currentContext").asText("")))
                .filter(name -> !name.isBlank())
                .findFirst()
                .filter(name -> !name.equals(NONE))
                .map(this::named);
    }

    private Context named(String name) {
        String digest = Digests.sha256Hex(name);
        Path file = folder.resolve("contexts/meta").resolve(digest).resolve("meta.json");
        if (!Files.isRegularFile(file)) {
            throw new ConnectFailure(
                    "There is no docker context '%s' under %s; choose another with DOCKER_CONTEXT or give DOCKER_HOST."
                            .formatted(name, folder));
        }
        JsonNode docker = read(file).path("Endpoints").path("docker");
        Path certificates = folder.resolve("contexts/tls").resolve(digest).resolve("docker");
        return new Context(
                docker.path("Host").asText(""),
                Optional.of(certificates).filter(Files::isDirectory),
                "docker context " + name);
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (JsonProcessingException malformed) {
            throw new ConnectFailure(
                    "Docker's file %s is not JSON; fix it, or give DOCKER_HOST.".formatted(file),
                    malformed);
        } catch (IOException unreadable) {
            throw new ConnectFailure(
                    "Docker's file %s cannot be read (%s); fix it, or give DOCKER_HOST."
                            .formatted(file, unreadable.getMessage()),
                    unreadable);
        }
    }
}
