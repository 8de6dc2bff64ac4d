package io.clearmltenants.docker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A container in its engine's list.
 *
 * @param json an entry of GET /containers/json
 */
public record Listed(JsonNode json) {

    /** Its id, 64 hexadecimal digits. */
    public String id() {
        return json.path("Id").asText();
    }

    /** Its name, without the slash that the engine puts before it. */
    public String name() {
        return Container.texts(json.path("Names")).stream()
                .map(name -> name.substring(1))
                .filter(name -> !name.contains("/"))
                .findFirst()
                .orElseGet(this::id);
    }

    /** The image that it was made from. */
    public String image() {
        return json.path("Image").asText();
    }

    /** A label's value. */
    public Optional<String> label(String name) {
        return Optional.of(json.path("Labels").path(name).asText(""))
                .filter(text -> !text.isEmpty());
    }

    public boolean running() {
        return json.path("State").asText().equals("running");
    }

    /** The ids of the networks that it is in. */
    public List<String> networkIds() {
        return json.path("NetworkSettings")
                .path("Networks")
                .valueStream()
                .map(network -> network.path("NetworkID").asText())
                .toList();
    }
}
