package io.clearmltenants.compose;

import com.github.dockerjava.api.command.InspectContainerResponse.Mount;
import io.clearmltenants.connect.UploadFolder;
import io.clearmltenants.docker.Container;
import io.clearmltenants.docker.Engine;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * The fileserver's folder.
 *
 * @param container whose folder it is: the fileserver's, else the API server's
 * @param path its place in the container
 */
record FilesFolder(Container container, Path path) {

    /** As the fileserver finds it; empty if the container has none. */
    static Optional<FilesFolder> in(Container container, Engine engine) {
        Path path = new UploadFolder(container.environment()).orUsual().value();
        return Optional.of(new FilesFolder(container, path))
                .filter(folder -> engine.has(container.id(), path.toString()));
    }

    /** What is mounted there, or nearest above; empty if the files are in its own layer. */
    Optional<Mount> mount() {
        return container.mounts().stream()
                .filter(mount -> path.startsWith(place(mount)))
                .max(Comparator.comparing(mount -> place(mount).getNameCount()));
    }

    private static Path place(Mount mount) {
        return Path.of(mount.getDestination().getPath());
    }
}
