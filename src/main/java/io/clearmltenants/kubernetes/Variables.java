package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables that a container starts with, put together as the kubelet does: services of the
 * namespace, then envFrom, then env, where later ones may name earlier ones as $(NAME).
 */
final class Variables {
    private static final Pattern REFERENCE = Pattern.compile("\\$(\\$|\\(([^)]+)\\))");

    private final Sources sources;
    private final Container container;
    private final Map<String, String> variables = new LinkedHashMap<>();

    private Variables(Sources sources, Container container) {
        this.sources = sources;
        this.container = container;
    }

    /**
     * @param services of the container's namespace
     */
    static Map<String, String> of(Container container, List<JsonNode> services, Sources sources) {
        Variables all = new Variables(sources, container);
        if (container.pod().spec().path("enableServiceLinks").asBoolean(true)) {
            services.forEach(all::addService);
        }
        Pod.elements(container.spec().path("envFrom")).forEach(all::addAll);
        Pod.elements(container.spec().path("env")).forEach(all::add);
        return Map.copyOf(all.variables);
    }

    /** "CLEARML_REDIS_SERVICE_HOST" for a service "clearml-redis"; the API server reads these. */
    private void addService(JsonNode service) {
        String address = service.at("/spec/clusterIP").asText();
        if (address.isEmpty() || address.equals("None")) {
            return;
        }
        String name =
                service.at("/metadata/name").asText().toUpperCase(Locale.ROOT).replace('-', '_');
        variables.put(name + "_SERVICE_HOST", address);
        variables.put(name + "_SERVICE_PORT", service.at("/spec/ports/0/port").asText());
    }

    private void addAll(JsonNode from) {
        String prefix = from.path("prefix").asText();
        Map<String, byte[]> values = new HashMap<>();
        values.putAll(sources.configMap(from.at("/configMapRef/name").asText()));
        values.putAll(sources.secret(from.at("/secretRef/name").asText()));
        values.forEach((key, value) -> variables.put(prefix + key, text(value)));
    }

    private void add(JsonNode variable) {
        String name = variable.path("name").asText();
        if (!variable.has("valueFrom")) {
            variables.put(name, expanded(variable.path("value").asText()));
            return;
        }
        value(variable.path("valueFrom")).ifPresent(value -> variables.put(name, value));
    }

    private Optional<String> value(JsonNode from) {
        if (from.has("fieldRef")) {
            return field(from.at("/fieldRef/fieldPath").asText());
        }
        Map<String, byte[]> values = new HashMap<>();
        values.putAll(sources.configMap(from.at("/configMapKeyRef/name").asText()));
        values.putAll(sources.secret(from.at("/secretKeyRef/name").asText()));
        String key =
                from.at("/configMapKeyRef/key").asText() + from.at("/secretKeyRef/key").asText();
        return Optional.ofNullable(values.get(key)).map(Variables::text);
    }

    /** Of a pod's fields those that can name a server. */
    private Optional<String> field(String path) {
        JsonNode value = container.pod().object().at("/" + path.replace('.', '/'));
        return Optional.ofNullable(value.textValue());
    }

    private String expanded(String value) {
        Matcher references = REFERENCE.matcher(value);
        return references.replaceAll(
                found ->
                        Matcher.quoteReplacement(
                                found.group(2) == null
                                        ? "$"
                                        : variables.getOrDefault(found.group(2), found.group())));
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
