package io.clearmltenants.compose;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.connect.UploadFolder;
import io.clearmltenants.docker.Container;
import io.clearmltenants.docker.Engine;
import io.clearmltenants.docker.Mount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;

/**
 * The fileserver's folder.
 *
 * @param container whose folder it is: the fileserver's, else the API server's
 * @param path its place in the container
 * @param source its place on the engine's host
 */
record FilesFolder(Container container, Path path, Path source) {

    /** As the fileserver finds it; empty where the container has none. */
    static Optional<FilesFolder> in(Container container, Engine engine) {
        Path path = new UploadFolder(container.environment()).orUsual().value();
        if (engine.files(container).look(path.toString()).isEmpty()) {
            return Optional.empty();
        }
        return mount(container, path)
                .map(mount -> Path.of(mount.source()).resolve(below(mount, path)))
                .or(() -> container.ownFiles().map(own -> Path.of(own + path)))
                .map(source -> new FilesFolder(container, path, source));
    }

    /** What is mounted there, or nearest above. */
    static Optional<Mount> mount(Container container, Path path) {
        return container.mounts().stream()
                .filter(mount -> !mount.source().isEmpty())
                .filter(mount -> path.startsWith(mount.destination()))
                .max(Comparator.comparing(mount -> Path.of(mount.destination()).getNameCount()));
    }

    private static Path below(Mount mount, Path path) {
        return Path.of(mount.destination()).relativize(path);
    }

    /** What is mounted into the container there; empty where the files are in its own layer. */
    Optional<Mount> mount() {
        return mount(container, path);
    }

    /**
     * True where this host has it and it is the same: its last change, in nanoseconds, is what the
     * engine sees.
     */
    boolean here(Engine engine) {
        if (!Files.isDirectory(source)) {
            return false;
        }
        JsonNode seen = engine.files(container).look(path.toString()).orElseThrow();
        try {
            return OffsetDateTime.parse(seen.path("mtime").asText())
                    .toInstant()
                    .equals(Files.getLastModifiedTime(source).toInstant());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
