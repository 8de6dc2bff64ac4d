package io.clearmltenants.docker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A network as its engine describes it.
 *
 * @param json the answer of GET /networks/ID
 */
public record Network(JsonNode json) {
    /** The engine names a bridge "br-" and the first twelve digits of the network's id. */
    private static final int SHORT_ID = 12;

    public String id() {
        return json.path("Id").asText();
    }

    public String name() {
        return json.path("Name").asText();
    }

    /** The name of its interface on the engine's host; empty where it is no bridge. */
    public Optional<String> bridge() {
        if (!json.path("Driver").asText().equals("bridge")) {
            return Optional.empty();
        }
        String named = json.path("Options").path("com.docker.network.bridge.name").asText("");
        return Optional.of(named.isEmpty() ? "br-" + id().substring(0, SHORT_ID) : named);
    }

    /** The addresses of the engine's host in it. */
    public List<String> gateways() {
        return json.path("IPAM")
                .path("Config")
                .valueStream()
                .map(part -> part.path("Gateway").asText(""))
                .filter(address -> !address.isEmpty())
                .toList();
    }
}
