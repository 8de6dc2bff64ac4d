package io.clearmltenants.connect;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the fileserver's files are, and which URLs mean them.
 *
 * @param reach knows where the folder is on this host
 */
record FileSettings(ConfigTree tree, Environment environment, ServerFlags flags, Reach reach) {
    /** The fileserver's folder. What was said is not checked here: a guard does that. */
    Optional<Setting<Path>> root() {
        return flags.files()
                .map(folder -> new Setting<>(folder.toAbsolutePath(), Origin.flag("--files")))
                .or(reach::files);
    }

    /**
     * The URL prefixes that mean the fileserver: its own address and those that the deletion job is
     * told (services.async_urls_delete.fileserver.url_prefixes), without slashes at the end, each
     * with who said so.
     */
    Map<String, Origin> hosts() {
        Map<String, Origin> hosts = new LinkedHashMap<>();
        Stream.of(
                        tree.text("hosts", "fileserver").stream(),
                        prefixes(),
                        environment.first("CLEARML_FILES_HOST").stream())
                .flatMap(said -> said)
                .forEach(
                        said -> {
                            String plain = said.value().strip().replaceAll("/+$", "");
                            if (!plain.isEmpty()) {
                                hosts.putIfAbsent(plain, said.origin());
                            }
                        });
        return hosts;
    }

    private Stream<Setting<String>> prefixes() {
        return tree.list("services", "async_urls_delete", "fileserver", "url_prefixes").stream()
                .flatMap(
                        list ->
                                list.value().stream()
                                        .map(
                                                prefix ->
                                                        new Setting<>(
                                                                String.valueOf(prefix.unwrapped()),
                                                                list.origin())));
    }
}
