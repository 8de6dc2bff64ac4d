package io.clearmltenants.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A container as its engine describes it; what the engine leaves out is empty. */
public record Container(InspectContainerResponse described) {
    private static final String BORROWED = "container:";

    /** Its id, 64 hexadecimal digits. */
    public String id() {
        return described.getId();
    }

    /** Its name, without the slash that the engine puts before it. */
    public String name() {
        return described.getName().replaceFirst("^/", "");
    }

    /** The image as it was asked for: "clearml/server:2.3". */
    public String image() {
        return described.getConfig().getImage();
    }

    /** The image's own id. */
    public String imageId() {
        return described.getImageId();
    }

    /** "running", "exited", "paused" and so on. */
    public String state() {
        return described.getState().getStatus();
    }

    public boolean running() {
        return Boolean.TRUE.equals(described.getState().getRunning());
    }

    /** A label's value. */
    public Optional<String> label(String name) {
        return Optional.ofNullable(described.getConfig().getLabels())
                .map(labels -> labels.get(name))
                .filter(value -> !value.isEmpty());
    }

    /** Its variables, by name. */
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String line : texts(described.getConfig().getEnv())) {
            int sign = line.indexOf('=');
            if (sign > 0) {
                variables.put(line.substring(0, sign), line.substring(sign + 1));
            }
        }
        return variables;
    }

    /** The folders and volumes of its host that are mounted into it. */
    public List<InspectContainerResponse.Mount> mounts() {
        return Optional.ofNullable(described.getMounts()).orElse(List.of()).stream()
                .filter(mount -> mount.getSource() != null && !mount.getSource().isEmpty())
                .toList();
    }

    /** Its places in networks by their names, in the engine's order. */
    public Map<String, ContainerNetwork> networks() {
        return Optional.ofNullable(described.getNetworkSettings().getNetworks()).orElse(Map.of());
    }

    /** "host", "none", "container:ID", or the name of a network. */
    public String networkMode() {
        return Optional.ofNullable(described.getHostConfig().getNetworkMode()).orElse("");
    }

    /** The container in whose network it is, if it has none of its own. */
    public Optional<String> networkOwner() {
        return Optional.of(networkMode())
                .filter(mode -> mode.startsWith(BORROWED))
                .map(mode -> mode.substring(BORROWED.length()));
    }

    /** Names that its configuration gives addresses: "name:address". */
    public String[] extraHosts() {
        return texts(described.getHostConfig().getExtraHosts());
    }

    /** When it was made, by the engine's clock. */
    public Instant created() {
        return OffsetDateTime.parse(described.getCreated()).toInstant();
    }

    /** The user of its process; empty text for root. */
    public String user() {
        return Optional.ofNullable(described.getConfig().getUser()).orElse("");
    }

    /** Its address in one of its networks; empty while it does not run. */
    public static Optional<String> address(ContainerNetwork place) {
        return Stream.of(place.getIpAddress(), place.getGlobalIPv6Address())
                .filter(address -> address != null && !address.isEmpty())
                .findFirst();
    }

    private static String[] texts(String[] array) {
        return array == null ? new String[0] : array;
    }
}
