package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The ConfigMaps and Secrets of a namespace, each asked for once, when it is first needed. */
final class Sources {
    private final ApiServer server;
    private final Map<String, Map<String, byte[]>> known = new HashMap<>();

    Sources(ApiServer server) {
        this.server = server;
    }

    /** Values by key; nothing for no name, and for one that is not there. */
    Map<String, byte[]> configMap(String name) {
        return values(
                "configmaps",
                name,
                object -> {
                    Map<String, byte[]> values = decoded(object.path("binaryData"));
                    object.path("data")
                            .properties()
                            .forEach(
                                    entry ->
                                            values.put(
                                                    entry.getKey(),
                                                    entry.getValue()
                                                            .asText()
                                                            .getBytes(StandardCharsets.UTF_8)));
                    return values;
                });
    }

    /** Values by key; nothing for no name, and for one that is not there. */
    Map<String, byte[]> secret(String name) {
        return values("secrets", name, object -> decoded(object.path("data")));
    }

    private Map<String, byte[]> values(
            String kind, String name, Function<JsonNode, Map<String, byte[]>> read) {
        if (name.isEmpty()) {
            return Map.of();
        }
        return known.computeIfAbsent(
                kind + "/" + name, key -> server.get(kind, name).map(read).orElse(Map.of()));
    }

    private static Map<String, byte[]> decoded(JsonNode data) {
        Map<String, byte[]> values = new HashMap<>();
        data.properties()
                .forEach(
                        entry ->
                                values.put(
                                        entry.getKey(),
                                        Base64.getDecoder().decode(entry.getValue().asText())));
        return values;
    }
}
