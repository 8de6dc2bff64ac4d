package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a container of ours may do: as a container of the installation, and as little as PodSecurity
 * "restricted" wants where that one is not root. Root keeps its capabilities, without which it
 * could not remove the files of others.
 */
record Restrictions(Container like, User user) {

    ObjectNode of(ObjectMapper json) {
        ObjectNode context = json.createObjectNode();
        if (like.spec().path("securityContext") instanceof ObjectNode theirs) {
            context.setAll(theirs.deepCopy());
        }
        context.put("allowPrivilegeEscalation", false);
        context.put("readOnlyRootFilesystem", true);
        context.remove("privileged");
        context.putObject("seccompProfile").put("type", "RuntimeDefault");
        user.id().ifPresent(id -> context.put("runAsUser", id.longValue()));
        if (user.id().isPresent() && !user.isRoot()) {
            context.put("runAsNonRoot", true);
            context.putObject("capabilities").putArray("drop").add("ALL");
        }
        return context;
    }
}
