package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A Job that does a command in the cluster: with the variables and configuration files of the API
 * server's container, which Kubernetes itself puts in, so that no secret passes through here.
 *
 * @param place whose user it has, and the volume
 * @param apiServer whose variables and configuration it has
 * @param image this program's
 */
record JobManifest(BesideVolume place, Container apiServer, String image) {
    /** Long enough to fetch what it wrote on the next working day. */
    private static final int KEPT_SECONDS = 7 * 24 * 60 * 60;

    /** What a chunk takes at most, so that a run that is told to stop can be resumed. */
    private static final int STOPPING_SECONDS = 120;

    private static final List<String> CONFIGURATION = List.of("configMap", "secret", "projected");

    /**
     * @param arguments of this program
     * @param variables besides the API server's
     * @param labels and
     * @param annotations by which the Job is known again
     */
    ObjectNode job(
            String name,
            List<String> arguments,
            Map<String, String> variables,
            Map<String, String> labels,
            Map<String, String> annotations) {
        ObjectNode container = place.container(image);
        arguments.forEach(container.putArray("args")::add);
        addVariables(container, variables);
        ObjectNode spec =
                place.spec(container)
                        .put("terminationGracePeriodSeconds", STOPPING_SECONDS)
                        .put(
                                "enableServiceLinks",
                                apiServer.pod().spec().path("enableServiceLinks").asBoolean(true));
        addConfiguration(spec, container);
        BesideVolume.addFolder(spec, "temporary", "/tmp");
        ObjectNode job =
                place.json().createObjectNode().put("apiVersion", "batch/v1").put("kind", "Job");
        ObjectNode metadata = job.putObject("metadata").put("name", name);
        ObjectNode all = Labels.all(place.json());
        labels.forEach(all::put);
        metadata.set("labels", all);
        annotations.forEach(metadata.putObject("annotations")::put);
        ObjectNode template =
                job.putObject("spec")
                        .put("backoffLimit", 0)
                        .put("ttlSecondsAfterFinished", KEPT_SECONDS)
                        .putObject("template");
        template.putObject("metadata").set("labels", Labels.all(place.json()));
        template.set("spec", spec);
        return job;
    }

    private void addVariables(ObjectNode container, Map<String, String> variables) {
        if (apiServer.spec().has("envFrom")) {
            container.set("envFrom", apiServer.spec().path("envFrom").deepCopy());
        }
        ArrayNode all = container.putArray("env");
        Pod.elements(apiServer.spec().path("env")).forEach(all::add);
        variables.forEach((name, value) -> all.addObject().put("name", name).put("value", value));
    }

    /** Two pods may call different volumes the same. */
    private void addConfiguration(ObjectNode spec, ObjectNode container) {
        int number = 0;
        for (JsonNode mount : apiServer.mounts().toList()) {
            JsonNode volume = apiServer.volume(mount).orElse(mount);
            if (CONFIGURATION.stream().anyMatch(volume::has)) {
                String name = "configuration-" + number++;
                spec.withArray("volumes").add(volume.<ObjectNode>deepCopy().put("name", name));
                container
                        .withArray("volumeMounts")
                        .add(mount.<ObjectNode>deepCopy().put("name", name));
            }
        }
    }
}
