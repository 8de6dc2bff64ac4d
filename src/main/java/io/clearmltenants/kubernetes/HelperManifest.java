package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A pod of ours that works on the fileserver's volume and listens to us. */
record HelperManifest(BesideVolume place) {
    /** Longer than a tenant's files take; then Kubernetes ends a pod that nobody has removed. */
    private static final int LONGEST_SECONDS = 24 * 60 * 60;

    /** This program's image. */
    ObjectNode withImage(String name, String image, List<String> arguments) {
        ObjectNode container = listening(image);
        arguments.forEach(container.putArray("args")::add);
        return pod(name, place.spec(container));
    }

    /** The fileserver's image, with a folder that takes the program. */
    ObjectNode withCommand(String name, String folder, List<String> command) {
        ObjectNode container = listening(place.like().image());
        command.forEach(container.putArray("command")::add);
        ObjectNode spec = place.spec(container);
        BesideVolume.addFolder(spec, "program", folder);
        return pod(name, spec);
    }

    /** It ends when the connection to it does. */
    private ObjectNode listening(String image) {
        return place.container(image).put("stdin", true).put("stdinOnce", true);
    }

    private ObjectNode pod(String name, ObjectNode spec) {
        spec.put("activeDeadlineSeconds", LONGEST_SECONDS)
                .put("terminationGracePeriodSeconds", 0)
                .put("enableServiceLinks", false);
        ObjectNode pod = place.json().createObjectNode().put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = pod.putObject("metadata").put("name", name);
        metadata.set("labels", Labels.all(place.json()));
        metadata.set("annotations", Labels.owner(place.json()));
        pod.set("spec", spec);
        return pod;
    }
}
