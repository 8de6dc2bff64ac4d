package io.clearmltenants.docker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container as its engine describes it.
 *
 * @param json the answer of GET /containers/ID/json
 */
public record Container(JsonNode json) {
    private static final String BORROWED = "container:";

    /** Its id, 64 hexadecimal digits. */
    public String id() {
        return json.path("Id").asText();
    }

    /** Its name, without the slash that the engine puts before it. */
    public String name() {
        return json.path("Name").asText().replaceFirst("^/", "");
    }

    /** The image as it was asked for: "clearml/server:2.3". */
    public String image() {
        return json.path("Config").path("Image").asText();
    }

    /** The image's own id. */
    public String imageId() {
        return json.path("Image").asText();
    }

    /** "running", "exited", "paused" and so on. */
    public String state() {
        return json.path("State").path("Status").asText();
    }

    public boolean running() {
        return json.path("State").path("Running").asBoolean();
    }

    /** A label's value. */
    public Optional<String> label(String name) {
        return text(json.path("Config").path("Labels").path(name));
    }

    /** Its variables, by name. */
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String line : texts(json.path("Config").path("Env"))) {
            int sign = line.indexOf('=');
            if (sign > 0) {
                variables.put(line.substring(0, sign), line.substring(sign + 1));
            }
        }
        return variables;
    }

    /** What is mounted into it. */
    public List<Mount> mounts() {
        return json.path("Mounts").valueStream().map(Mount::of).toList();
    }

    /** Its attachments to networks, in the engine's order. */
    public List<Attachment> networks() {
        List<Attachment> attachments = new ArrayList<>();
        json.path("NetworkSettings")
                .path("Networks")
                .properties()
                .forEach(entry -> attachments.add(Attachment.of(entry.getKey(), entry.getValue())));
        return attachments;
    }

    /** "host", "none", "container:ID", or the name of a network. */
    public String networkMode() {
        return json.path("HostConfig").path("NetworkMode").asText();
    }

    /** True where it uses its host's network as it is. */
    public boolean onHostNetwork() {
        return networkMode().equals("host");
    }

    /** Names that its configuration gives addresses: "name:address". */
    public List<String> extraHosts() {
        return texts(json.path("HostConfig").path("ExtraHosts"));
    }

    /** When it was made, by the engine's clock, in ISO-8601. */
    public String created() {
        return json.path("Created").asText();
    }

    /** The user of its process; empty text for root. */
    public String user() {
        return json.path("Config").path("User").asText("");
    }

    /** The container in whose network it is, where it has none of its own. */
    public Optional<String> networkOwner() {
        return networkMode().startsWith(BORROWED)
                ? Optional.of(networkMode().substring(BORROWED.length()))
                : Optional.empty();
    }

    /** Other containers that it knows by names of its own: "/container:/this/name". */
    public List<String> links() {
        return texts(json.path("HostConfig").path("Links"));
    }

    /** Where its own files, those that are not mounted, are on the engine's host. */
    public Optional<String> ownFiles() {
        return text(json.path("GraphDriver").path("Data").path("MergedDir"));
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText("")).filter(text -> !text.isEmpty());
    }
}
