package io.clearmltenants.docker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A container's place in a network.
 *
 * @param network the network's name
 * @param networkId its id
 * @param address the container's address there; empty text while it does not run
 * @param aliases names by which other containers of the network find it
 * @param links other containers and what this one calls them: "container:alias"
 */
public record Attachment(
        String network,
        String networkId,
        String address,
        List<String> aliases,
        List<String> links) {
    static Attachment of(String network, JsonNode json) {
        List<String> aliases = new ArrayList<>(Container.texts(json.path("Aliases")));
        // Newer engines list here what they really answer to.
        aliases.addAll(Container.texts(json.path("DNSNames")));
        String six = json.path("GlobalIPv6Address").asText("");
        return new Attachment(
                network,
                json.path("NetworkID").asText(),
                Stream.of(json.path("IPAddress").asText(""), six)
                        .filter(address -> !address.isEmpty())
                        .findFirst()
                        .orElse(""),
                aliases,
                Container.texts(json.path("Links")));
    }
}
