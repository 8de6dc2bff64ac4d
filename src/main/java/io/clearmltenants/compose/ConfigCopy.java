package io.clearmltenants.compose;

import io.clearmltenants.docker.ContainerFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Copies the API server's configuration files out of its container.
 *
 * @param files the container's
 * @param machine the folder that stands for the container's root
 */
record ConfigCopy(ContainerFiles files, Path machine) {
    /** A configuration is text; what is larger than this is something else. */
    private static final long LARGEST = 1_000_000;

    /** The server's own defaults, then the usual places (A/config/basic.py:111-126). */
    private static final List<String> USUAL =
            List.of("/opt/clearml/config", "/opt/trains/config", "/etc/opt/seematics");

    private static final String SHIPPED = "/opt/clearml/apiserver/config/default";

    /** Copies the folders that a server with these variables reads. */
    void copy(Map<String, String> environment) {
        Stream<String> named =
                Stream.of("CLEARML_CONFIG_DIR", "TRAINS_CONFIG_DIR")
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(list -> !list.isBlank())
                        .flatMap(list -> Stream.of(list.split(":")))
                        .filter(folder -> folder.startsWith("/"));
        Stream.of(Stream.of(SHIPPED), USUAL.stream(), named)
                .flatMap(folders -> folders)
                .distinct()
                .forEach(folder -> files.read(folder, tar -> unpack(tar, Path.of(folder))));
    }

    private void unpack(InputStream tar, Path folder) throws IOException {
        Path target = machine.resolve(Path.of("/").relativize(folder));
        TarArchiveInputStream entries = new TarArchiveInputStream(tar);
        for (TarArchiveEntry entry = entries.getNextEntry();
                entry != null;
                entry = entries.getNextEntry()) {
            Path name = Path.of(entry.getName()).normalize();
            if (wanted(entry, name)) {
                Path file = target.resolve(name.subpath(1, name.getNameCount()));
                Files.createDirectories(file.getParent());
                Files.write(file, entries.readAllBytes());
            }
        }
    }

    /** Only the top and "services", as the server's settings are read. */
    private static boolean wanted(TarArchiveEntry entry, Path name) {
        int depth = name.getNameCount();
        return entry.isFile()
                && entry.getSize() <= LARGEST
                && name.toString().endsWith(".conf")
                && !name.startsWith("..")
                && (depth == 2 || depth == 3 && name.getName(1).toString().equals("services"));
    }
}
