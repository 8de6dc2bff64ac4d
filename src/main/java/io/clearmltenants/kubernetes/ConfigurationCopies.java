package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.connect.HeldFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Copies of the configuration files that a container has from ConfigMaps and Secrets, in a folder
 * of ours that only its owner can enter.
 *
 * @param held stands for the container's root
 */
record ConfigurationCopies(HeldFolder held) implements AutoCloseable {
    private static final String SERVICE_ACCOUNT = "/var/run/secrets/kubernetes.io";

    static ConfigurationCopies of(Container container, Sources sources) {
        try {
            HeldFolder.removeAbandoned();
            // A copy that fails half way must not leave the Secrets that it has written.
            return new ConfigurationCopies(
                    HeldFolder.filled(folder -> fill(folder, container, sources)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path folder() {
        return held.path();
    }

    @Override
    public void close() {
        held.close();
    }

    /** The service account's own folder is no configuration of ClearML. */
    private static List<JsonNode> mounts(Container container) {
        return container
                .mounts()
                .filter(mount -> !mount.path("mountPath").asText().startsWith(SERVICE_ACCOUNT))
                .toList();
    }

    private static void fill(Path folder, Container container, Sources sources) throws IOException {
        for (JsonNode mount : mounts(container)) {
            Map<String, byte[]> files =
                    container.volume(mount).map(volume -> files(volume, sources)).orElse(Map.of());
            write(folder, mount, files);
        }
    }

    private static void write(Path folder, JsonNode mount, Map<String, byte[]> files)
            throws IOException {
        Path at = inside(folder, mount.path("mountPath").asText());
        String part = mount.path("subPath").asText();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!part.isEmpty() && !file.getKey().equals(part)) {
                continue;
            }
            Path copy = part.isEmpty() ? inside(at, file.getKey()) : at;
            Files.createDirectories(copy.getParent());
            Files.write(copy, file.getValue());
        }
    }

    /** The names come from the cluster: they must not lead out of our folder. */
    private static Path inside(Path folder, String name) throws IOException {
        Path path = folder.resolve(name.replaceFirst("^/+", "")).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("The mount " + name + " leads out of its folder");
        }
        return path;
    }

    private static Map<String, byte[]> files(JsonNode volume, Sources sources) {
        Map<String, byte[]> files = new TreeMap<>(parts(volume, sources));
        Pod.elements(volume.at("/projected/sources"))
                .forEach(source -> files.putAll(parts(source, sources)));
        return files;
    }

    /** A Secret has another field for its name as a volume than in a projection. */
    private static Map<String, byte[]> parts(JsonNode volume, Sources sources) {
        JsonNode configMap = volume.path("configMap");
        JsonNode secret = volume.path("secret");
        String secretName = secret.path("secretName").asText() + secret.path("name").asText();
        Map<String, byte[]> files = new TreeMap<>();
        files.putAll(renamed(configMap, sources.configMap(configMap.path("name").asText())));
        files.putAll(renamed(secret, sources.secret(secretName)));
        return files;
    }

    private static Map<String, byte[]> renamed(JsonNode source, Map<String, byte[]> values) {
        if (!source.has("items")) {
            return values;
        }
        Map<String, byte[]> files = new TreeMap<>();
        Pod.elements(source.path("items"))
                .filter(item -> values.containsKey(item.path("key").asText()))
                .forEach(
                        item ->
                                files.put(
                                        item.path("path").asText(),
                                        values.get(item.path("key").asText())));
        return files;
    }
}
