package io.clearmltenants.connect;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders with the server's configuration files, found as the server finds them
 * (A/config/basic.py:111-126).
 *
 * @param folders existing folders, later ones win
 * @param hocon reads a file
 */
record ConfigFiles(List<Path> folders, Hocon hocon) {
    /** The server's own defaults, if this is its container. */
    private static final String SHIPPED = "opt/clearml/apiserver/config/default";

    private static final List<String> USUAL =
            List.of("opt/trains/config", "opt/clearml/config", "etc/opt/seematics");

    /**
     * @param named folders that the user named
     * @param root the root folder of the machine, below which the usual places are
     * @throws ConfigurationFailure if a folder that the user named is none
     */
    static ConfigFiles find(List<Path> named, Environment environment, Path root) {
        List<Path> folders = new ArrayList<>(List.of(root.resolve(SHIPPED)));
        for (Path folder : named) {
            if (!Files.isDirectory(folder)) {
                throw new ConfigurationFailure(
                        "--config-dir names "
                                + folder
                                + ", which is not a folder; give the folder that holds the API server's hosts.conf.");
            }
            folders.add(folder.toAbsolutePath());
        }
        if (named.isEmpty()) {
            folders.addAll(unnamed(environment, root));
        }
        // The server, too, only warns of a folder in a variable that is not there.
        folders.removeIf(folder -> !Files.isDirectory(folder));
        return new ConfigFiles(List.copyOf(folders), new Hocon(environment));
    }

    /** The tree with every file laid over it. */
    ConfigTree over(ConfigTree tree) {
        ConfigTree result = tree;
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                result = result.under(keyed(folder.relativize(file), hocon.file(file)));
            }
        }
        return result;
    }

    private static List<Path> unnamed(Environment environment, Path root) {
        Optional<String> list =
                environment.first("CLEARML_CONFIG_DIR", "TRAINS_CONFIG_DIR").map(Setting::value);
        return list.map(
                        text ->
                                Stream.of(text.split(":"))
                                        .filter(part -> !part.isBlank())
                                        .map(part -> below(root, Path.of(part)))
                                        .toList())
                .orElseGet(() -> USUAL.stream().map(root::resolve).toList());
    }

    /** What the variable names is on the server's machine, whose root may be a folder here. */
    private static Path below(Path root, Path folder) {
        Path absolute = folder.toAbsolutePath();
        return root.resolve(absolute.getRoot().relativize(absolute));
    }

    /**
     * Only the top and "services": a Kubernetes volume also has "..data" and dated folders with the
     * same files, which are not part of the configuration.
     */
    private static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>(ending(folder));
        files.addAll(ending(folder.resolve("services")));
        return files;
    }

    private static List<Path> ending(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().endsWith(".conf"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new ConfigurationFailure(
                    "The configuration folder "
                            + folder
                            + " cannot be read; run as a user who may read it, or name another with --config-dir.",
                    unreadable);
        }
    }

    /** "services/auth.conf" holds what is under "services.auth" (A/config/basic.py:184-207). */
    private static ConfigObject keyed(Path relative, ConfigObject content) {
        List<String> keys = new ArrayList<>();
        for (Path part : relative) {
            keys.addAll(List.of(part.toString().replaceFirst("\\.conf$", "").split("\\.")));
        }
        ConfigObject tree = content;
        for (String key : keys.reversed()) {
            tree = ConfigFactory.empty().root().withValue(key, tree);
        }
        return tree;
    }
}
