package io.clearmltenants.kubernetes;

import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that we have to be let do in a namespace.
 *
 * @param resource with its sub-resource: "pods/exec"
 * @param purpose what it is for, as the end of "to ..."
 */
record Right(String verb, String resource, String purpose) {

    /** All, as native/kubernetes/role.yaml gives them. */
    static final List<Right> NEEDED =
            Stream.of(
                            of("find the servers", "pods", "get", "list"),
                            of("find the databases", "services", "get", "list"),
                            of("read the API server's settings", "configmaps", "get"),
                            of("read the API server's settings", "secrets", "get"),
                            // A web socket is opened by GET, which counts as "get".
                            of("reach the databases", "pods/portforward", "get", "create"),
                            of("reach the fileserver's files", "pods/exec", "get", "create"),
                            of("reach the fileserver's files", "pods/attach", "get", "create"),
                            of("reach the fileserver's files", "pods", "create", "delete"),
                            of("run in the cluster", "jobs", "get", "list", "create", "delete"),
                            of("run in the cluster", "pods/log", "get"))
                    .flatMap(rights -> rights)
                    .toList();

    private static Stream<Right> of(String purpose, String resource, String... verbs) {
        return Stream.of(verbs).map(verb -> new Right(verb, resource, purpose));
    }

    /** "create pods/exec". */
    String label() {
        return verb + " " + resource;
    }

    /** The API group of its resource. */
    String group() {
        return resource.equals("jobs") ? "batch" : "";
    }
}
