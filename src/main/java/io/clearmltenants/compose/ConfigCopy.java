package io.clearmltenants.compose;

import io.clearmltenants.docker.ContainerFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Copies the API server's configuration files out of its container, and the certificate authorities
 * that they name.
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

    /** A file of certificates that a setting names. */
    private static final Pattern AUTHORITY = Pattern.compile("(/[\\w.+-]+)+\\.(pem|crt|cer)\\b");

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
        Stream.concat(environment.values().stream(), texts().stream())
                .flatMap(text -> AUTHORITY.matcher(text).results())
                .map(MatchResult::group)
                .distinct()
                .forEach(file -> files.read(file, tar -> unpackOne(tar, Path.of(file))));
    }

    private List<String> texts() {
        try (Stream<Path> copies = Files.walk(machine)) {
            List<String> texts = new ArrayList<>();
            for (Path file : copies.filter(copy -> copy.toString().endsWith(".conf")).toList()) {
                texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return texts;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void unpackOne(InputStream tar, Path file) throws IOException {
        TarArchiveInputStream entries = new TarArchiveInputStream(tar);
        TarArchiveEntry entry = entries.getNextEntry();
        if (entry != null && entry.isFile() && entry.getSize() <= LARGEST) {
            write(entries, file);
        }
    }

    private void write(InputStream content, Path file) throws IOException {
        Path copy = machine.resolve(Path.of("/").relativize(file.normalize()));
        Files.createDirectories(copy.getParent());
        Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
    }

    private void unpack(InputStream tar, Path folder) throws IOException {
        TarArchiveInputStream entries = new TarArchiveInputStream(tar);
        for (TarArchiveEntry entry = entries.getNextEntry();
                entry != null;
                entry = entries.getNextEntry()) {
            Path name = Path.of(entry.getName()).normalize();
            if (wanted(entry, name)) {
                write(entries, folder.resolve(name.subpath(1, name.getNameCount())));
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
