package io.clearmltenants.docker;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A folder or file that is mounted into a container.
 *
 * @param type "bind" or "volume", among others
 * @param name of the volume; empty text for others
 * @param source its place on the engine's host, for a volume, too
 * @param destination its place in the container
 * @param writable whether the container may write there
 */
public record Mount(String type, String name, String source, String destination, boolean writable) {
    static Mount of(JsonNode json) {
        return new Mount(
                json.path("Type").asText(),
                json.path("Name").asText(""),
                json.path("Source").asText(""),
                json.path("Destination").asText(),
                json.path("RW").asBoolean());
    }
}
