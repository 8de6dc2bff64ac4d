package io.clearmltenants.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A machine of a test's own: its files below a folder, its variables, and the flags of one call.
 */
final class Machine {
    private final Path root;
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> flags = new HashMap<>();
    private final List<Path> configDirs = new ArrayList<>();

    Machine(Path root) {
        this.root = root;
    }

    Machine file(String name, String content) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    /** The usual hosts.conf. */
    Machine hosts(String content) {
        return file("opt/clearml/config/hosts.conf", content);
    }

    Machine variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Machine flag(String name, String value) {
        flags.put(name, value);
        return this;
    }

    Machine configDir(String name) {
        configDirs.add(root.resolve(name));
        return this;
    }

    Server resolve() {
        return new ServerConfig(flags(), new LocalReach(variables, root)).resolve();
    }

    private ServerFlags flags() {
        return new ServerFlags(
                text("--mongo"),
                path("--mongo-password-file"),
                text("--elastic"),
                path("--elastic-password-file"),
                text("--redis"),
                path("--redis-password-file"),
                path("--files"),
                path("--ca-file"),
                configDirs);
    }

    private Optional<String> text(String flag) {
        return Optional.ofNullable(flags.get(flag));
    }

    private Optional<Path> path(String flag) {
        return text(flag).map(root::resolve);
    }
}
