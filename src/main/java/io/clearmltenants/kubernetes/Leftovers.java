package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.journal.Operator;
import java.util.List;

/** Pods that runs before this one made and, being killed, did not remove. */
record Leftovers(ApiServer server) {
    private static final List<String> ENDED = List.of("Succeeded", "Failed");

    /** Removes those that have ended, and those whose process on this host has. */
    void remove() {
        server.list("pods", Labels.OURS).stream()
                .filter(pod -> !pod.path("metadata").has("ownerReferences"))
                .filter(pod -> ended(new Pod(pod)) || orphaned(pod.at("/metadata/annotations")))
                .forEach(pod -> server.delete("pods", pod.at("/metadata/name").asText()));
    }

    private static boolean ended(Pod pod) {
        return ENDED.contains(pod.phase());
    }

    private static boolean orphaned(JsonNode owner) {
        long process = owner.path(Labels.PROCESS).asLong();
        return owner.path(Labels.HOST).asText().equals(Operator.current().host())
                && ProcessHandle.of(process).isEmpty();
    }
}
