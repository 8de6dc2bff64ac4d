package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A pod of ours that has the fileserver's volume: on the same node, since most volumes can be
 * mounted on one alone, as the same user, and with what the fileserver's pod needs to be let run.
 */
record HelperManifest(ObjectMapper json, Container fileserver, FilesMount mount, User user) {
    static final String CONTAINER = "clearml-tenants";

    /** Longer than a tenant's files take; then Kubernetes ends a pod that nobody has removed. */
    private static final int LONGEST_SECONDS = 24 * 60 * 60;

    private static final List<String> TAKEN_OVER =
            List.of(
                    "nodeSelector",
                    "tolerations",
                    "imagePullSecrets",
                    "serviceAccountName",
                    "securityContext",
                    "runtimeClassName");

    /** This program's image. */
    ObjectNode withImage(String name, String image, List<String> arguments) {
        ObjectNode container = container(image);
        arguments.forEach(container.putArray("args")::add);
        return pod(name, container);
    }

    /** The fileserver's image, with a folder that takes the program. */
    ObjectNode withCommand(String name, String folder, List<String> command) {
        ObjectNode container = container(fileserver.image());
        command.forEach(container.putArray("command")::add);
        container
                .withArray("volumeMounts")
                .addObject()
                .put("name", "program")
                .put("mountPath", folder);
        ObjectNode pod = pod(name, container);
        pod.withObject("/spec")
                .withArray("volumes")
                .addObject()
                .put("name", "program")
                .putObject("emptyDir");
        return pod;
    }

    private ObjectNode container(String image) {
        ObjectNode container =
                json.createObjectNode()
                        .put("name", CONTAINER)
                        .put("image", image)
                        .put("imagePullPolicy", "IfNotPresent")
                        .put("stdin", true)
                        .put("stdinOnce", true);
        container.set("securityContext", new Restrictions(fileserver, user).of(json));
        ObjectNode resources = container.putObject("resources");
        resources.putObject("requests").put("cpu", "50m").put("memory", "128Mi");
        resources.putObject("limits").put("memory", "512Mi");
        ObjectNode files = mount.mount().deepCopy();
        container.putArray("volumeMounts").add(files.put("readOnly", false));
        return container;
    }

    private ObjectNode pod(String name, ObjectNode container) {
        ObjectNode pod = json.createObjectNode().put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = pod.putObject("metadata").put("name", name);
        metadata.set("labels", Labels.all(json));
        metadata.set("annotations", Labels.owner(json));
        ObjectNode spec =
                pod.putObject("spec")
                        .put("restartPolicy", "Never")
                        .put("activeDeadlineSeconds", LONGEST_SECONDS)
                        .put("terminationGracePeriodSeconds", 0)
                        .put("automountServiceAccountToken", false)
                        .put("enableServiceLinks", false);
        JsonNode theirs = fileserver.pod().spec();
        TAKEN_OVER.stream()
                .filter(theirs::has)
                .forEach(field -> spec.set(field, theirs.path(field).deepCopy()));
        if (!fileserver.pod().node().isEmpty()) {
            spec.set("affinity", sameNode());
        }
        spec.putArray("volumes").add(mount.volume().deepCopy());
        spec.putArray("containers").add(container);
        return pod;
    }

    private ObjectNode sameNode() {
        ObjectNode affinity = json.createObjectNode();
        ArrayNode terms =
                affinity.putObject("nodeAffinity")
                        .putObject("requiredDuringSchedulingIgnoredDuringExecution")
                        .putArray("nodeSelectorTerms");
        terms.addObject()
                .putArray("matchFields")
                .addObject()
                .put("key", "metadata.name")
                .put("operator", "In")
                .putArray("values")
                .add(fileserver.pod().node());
        return affinity;
    }
}
