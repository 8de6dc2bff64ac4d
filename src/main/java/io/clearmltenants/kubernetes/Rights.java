package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What this user may do in a namespace, as the API server says. */
record Rights(ApiServer server) {

    /** Those of the needed rights that we do not have. */
    List<Right> missing() {
        return Right.NEEDED.stream().filter(right -> !has(right)).toList();
    }

    private boolean has(Right right) {
        ObjectNode review =
                server.json()
                        .createObjectNode()
                        .put("apiVersion", "authorization.k8s.io/v1")
                        .put("kind", "SelfSubjectAccessReview");
        String[] resource = right.resource().split("/");
        ObjectNode attributes =
                review.putObject("spec")
                        .putObject("resourceAttributes")
                        .put("namespace", server.namespace())
                        .put("verb", right.verb())
                        .put("group", right.group())
                        .put("resource", resource[0]);
        if (resource.length > 1) {
            attributes.put("subresource", resource[1]);
        }
        return server.create("selfsubjectaccessreviews", review).at("/status/allowed").asBoolean();
    }
}
