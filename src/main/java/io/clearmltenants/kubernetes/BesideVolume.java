package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a pod of ours has in common with one of the installation: the volume of files, on the same
 * node since most volumes can be mounted on one alone, the user, and what the other one needs to be
 * let run.
 *
 * @param like the container whose pod it resembles
 * @param mount of the files; empty where there are none
 */
record BesideVolume(ObjectMapper json, Container like, Optional<FilesMount> mount, User user) {
    static final String CONTAINER = "clearml-tenants";

    private static final List<String> TAKEN_OVER =
            List.of(
                    "nodeSelector",
                    "tolerations",
                    "imagePullSecrets",
                    "serviceAccountName",
                    "securityContext",
                    "runtimeClassName");

    /** A container of that user with the files. */
    ObjectNode container(String image) {
        ObjectNode container =
                json.createObjectNode()
                        .put("name", CONTAINER)
                        .put("image", image)
                        .put("imagePullPolicy", "IfNotPresent");
        container.set("securityContext", new Restrictions(like, user).of(json));
        ObjectNode resources = container.putObject("resources");
        resources.putObject("requests").put("cpu", "50m").put("memory", "128Mi");
        resources.putObject("limits").put("memory", "512Mi");
        ArrayNode mounts = container.putArray("volumeMounts");
        mount.map(files -> files.mount().<ObjectNode>deepCopy())
                .ifPresent(files -> mounts.add(files.put("readOnly", false)));
        return container;
    }

    /** The "spec" of a pod with that container alone, which runs once. */
    ObjectNode spec(ObjectNode container) {
        ObjectNode spec =
                json.createObjectNode()
                        .put("restartPolicy", "Never")
                        .put("automountServiceAccountToken", false);
        JsonNode theirs = like.pod().spec();
        TAKEN_OVER.stream()
                .filter(theirs::has)
                .forEach(field -> spec.set(field, theirs.path(field).deepCopy()));
        ArrayNode volumes = spec.putArray("volumes");
        mount.ifPresent(files -> volumes.add(files.volume().deepCopy()));
        if (mount.isPresent() && !like.pod().node().isEmpty()) {
            spec.set("affinity", sameNode());
        }
        spec.putArray("containers").add(container);
        return spec;
    }

    /** Adds an empty folder. */
    static void addFolder(ObjectNode spec, String name, String path) {
        spec.withArray("volumes").addObject().put("name", name).putObject("emptyDir");
        ((ObjectNode) spec.path("containers").path(0))
                .withArray("volumeMounts")
                .addObject()
                .put("name", name)
                .put("mountPath", path);
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
                .add(like.pod().node());
        return affinity;
    }
}
