package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clearmltenants.journal.Operator;

/** By what things of ours in a cluster are known. */
final class Labels {
    static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    static final String PROGRAM = "clearml-tenants";
    static final String OURS = MANAGED_BY + "=" + PROGRAM;
    static final String HOST = "clearml-tenants/host";
    static final String PROCESS = "clearml-tenants/process";

    private Labels() {}

    static ObjectNode all(ObjectMapper json) {
        return json.createObjectNode().put(MANAGED_BY, PROGRAM);
    }

    /** Whose it is, so that the next run on this host knows whether that one still lives. */
    static ObjectNode owner(ObjectMapper json) {
        return json.createObjectNode()
                .put(HOST, Operator.current().host())
                .put(PROCESS, String.valueOf(Operator.current().process()));
    }
}
