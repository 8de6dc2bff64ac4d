package io.clearmltenants.connect;

import com.typesafe.config.ConfigValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the fileserver's files are, and which URLs mean them.
 *
 * @param machine the root folder of the machine
 */
record FileSettings(ConfigTree tree, Environment environment, ServerFlags flags, Path machine) {
    private static final String USUAL = "mnt/fileserver";

    /**
     * The fileserver's folder (F/fileserver.py:24). What was said is not checked here: a guard does
     * that. The usual place counts only where it exists.
     */
    Optional<Setting<Path>> root() {
        return flags.files()
                .map(folder -> new Setting<>(folder.toAbsolutePath(), Origin.flag("--files")))
                .or(
                        () ->
                                environment
                                        .first("CLEARML_UPLOAD_FOLDER", "TRAINS_UPLOAD_FOLDER")
                                        .map(
                                                set ->
                                                        new Setting<>(
                                                                Path.of(set.value())
                                                                        .toAbsolutePath(),
                                                                set.origin())))
                .or(this::usual);
    }

    /**
     * The URL prefixes that mean the fileserver: its own address and those that the deletion job is
     * told (services.async_urls_delete.fileserver.url_prefixes), without slashes at the end.
     */
    Set<String> hosts() {
        Set<String> prefixes = new LinkedHashSet<>();
        tree.text("hosts", "fileserver").map(Setting::value).ifPresent(prefixes::add);
        tree
                .list("services", "async_urls_delete", "fileserver", "url_prefixes")
                .map(Setting::value)
                .orElse(List.of())
                .stream()
                .map(ConfigValue::unwrapped)
                .map(String::valueOf)
                .forEach(prefixes::add);
        environment.first("CLEARML_FILES_HOST").map(Setting::value).ifPresent(prefixes::add);
        Set<String> plain = new LinkedHashSet<>();
        prefixes.stream()
                .map(prefix -> prefix.strip().replaceAll("/+$", ""))
                .filter(prefix -> !prefix.isEmpty())
                .forEach(plain::add);
        return plain;
    }

    private Optional<Setting<Path>> usual() {
        return Optional.of(machine.resolve(USUAL))
                .filter(Files::isDirectory)
                .map(folder -> new Setting<>(folder, new Origin(Origin.Kind.DEFAULT, "files")));
    }
}
