package io.clearmltenants.cli;

import io.clearmltenants.connect.HeldFolder;
import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.ComposeInstallation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The host of an installation of docker compose: commands from there, and what they leave.
 *
 * @param folder for state and what else a test writes
 */
record ComposeHost(ComposeInstallation installation, Path folder) {

    /** A command for this installation. */
    CliProcess here(String... words) {
        return installation.cli(
                folder,
                Stream.concat(
                                Stream.of(words),
                                Stream.of("--site", "compose", "--project", project()))
                        .toArray(String[]::new));
    }

    /** The helpers that its engine has, by id. */
    List<String> helpers() {
        String filter = "label=io.clearmltenants.project=" + project();
        return lines("ps", "--all", "--quiet", "--no-trunc", "--filter", filter);
    }

    List<String> lines(String... words) {
        return installation.docker(words).lines().filter(line -> !line.isBlank()).toList();
    }

    /** Temporary folders of commands that are gone. */
    static List<Path> abandonedFolders() {
        try (Stream<Path> folders = Files.list(Path.of("/tmp"))) {
            return folders.filter(folder -> Files.exists(folder.resolve(".held")))
                    .filter(HeldFolder::abandoned)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The names of all files that runs have left here. */
    List<String> runFiles() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String container(String service) {
        return project() + "-" + service;
    }

    String project() {
        return installation.project();
    }
}
