package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One container of a pod.
 *
 * @param spec as the pod asks for it
 */
record Container(Pod pod, JsonNode spec) {

    String name() {
        return spec.path("name").asText();
    }

    String image() {
        return spec.path("image").asText();
    }

    /** Command and arguments, as far as the pod says them itself. */
    List<String> words() {
        return Stream.of(spec.path("command"), spec.path("args"))
                .flatMap(Pod::elements)
                .map(JsonNode::asText)
                .toList();
    }

    /** A port of this name. */
    Optional<Integer> port(String name) {
        return ports().filter(port -> port.path("name").asText().equals(name))
                .map(port -> port.path("containerPort").asInt())
                .findFirst();
    }

    Stream<JsonNode> ports() {
        return Pod.elements(spec.path("ports"));
    }

    Stream<JsonNode> mounts() {
        return Pod.elements(spec.path("volumeMounts"));
    }

    /** The mount that a path lies on: the innermost one. */
    Optional<JsonNode> mountOf(String path) {
        return mounts().filter(
                        mount -> {
                            String at = mount.path("mountPath").asText();
                            return path.equals(at) || path.startsWith(at + "/");
                        })
                .max(Comparator.comparingInt(mount -> mount.path("mountPath").asText().length()));
    }

    /** The volume of the pod that a mount shows. */
    Optional<JsonNode> volume(JsonNode mount) {
        return Pod.elements(pod.spec().path("volumes"))
                .filter(volume -> volume.path("name").equals(mount.path("name")))
                .findFirst();
    }

    /** For people: "pod clearml-fileserver-0 (container clearml-fileserver)". */
    String label() {
        return "pod " + pod.name() + " (container " + name() + ")";
    }
}
