package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A pod as the API server shows it. */
record Pod(JsonNode object) {

    String name() {
        return object.at("/metadata/name").asText();
    }

    String namespace() {
        return object.at("/metadata/namespace").asText();
    }

    Optional<String> label(String name) {
        return Optional.ofNullable(object.at("/metadata/labels").path(name).textValue());
    }

    JsonNode spec() {
        return object.path("spec");
    }

    String node() {
        return spec().path("nodeName").asText();
    }

    /** "Pending", "Running", "Succeeded", "Failed". */
    String phase() {
        return object.at("/status/phase").asText();
    }

    /** Its containers run and pass their probes, and it is not on its way out. */
    boolean ready() {
        return !object.path("metadata").has("deletionTimestamp")
                && elements(object.at("/status/conditions"))
                        .anyMatch(
                                condition ->
                                        condition.path("type").asText().equals("Ready")
                                                && condition
                                                        .path("status")
                                                        .asText()
                                                        .equals("True"));
    }

    boolean hasAddress(String address) {
        return elements(object.at("/status/podIPs"))
                .anyMatch(ip -> ip.path("ip").asText().equals(address));
    }

    List<Container> containers() {
        return elements(spec().path("containers"))
                .map(container -> new Container(this, container))
                .toList();
    }

    Optional<Container> container(String name) {
        return containers().stream().filter(container -> container.name().equals(name)).findFirst();
    }

    /** A container of it that has been started and has not ended. */
    boolean runs(String container) {
        return elements(object.at("/status/containerStatuses"))
                .anyMatch(
                        status ->
                                status.path("name").asText().equals(container)
                                        && status.at("/state/running").isObject());
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
