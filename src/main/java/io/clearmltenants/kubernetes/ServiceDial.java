package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.connect.ConnectFailure;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A service: each connection goes to one of its pods that are ready then.
 *
 * @param server asked about the service's namespace
 * @param service with a selector
 */
record ServiceDial(ApiServer server, JsonNode service) implements Dial {

    @Override
    public SortedSet<Integer> ports() {
        return servicePorts()
                .map(port -> port.path("port").asInt())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public FarConnection connect(int port) {
        Pod pod = readyPod();
        return PodPort.open(server, pod.name(), target(port, pod));
    }

    /** One that is ready; a failure says that there is none. */
    Pod readyPod() {
        List<Pod> pods = server.list("pods", selector()).stream().map(Pod::new).toList();
        return pods.stream()
                .filter(Pod::ready)
                .findFirst()
                .orElseThrow(
                        () ->
                                new ConnectFailure(
                                        "Service %s in namespace '%s' has no pod that is ready; see `kubectl -n %s get pods`."
                                                .formatted(
                                                        name(),
                                                        server.namespace(),
                                                        server.namespace())));
    }

    String name() {
        return service.at("/metadata/name").asText();
    }

    /** A headless service is a name for pods: there the port is the pods' own. */
    private int target(int port, Pod pod) {
        JsonNode target =
                servicePorts()
                        .filter(declared -> declared.path("port").asInt() == port)
                        .map(declared -> declared.path("targetPort"))
                        .findFirst()
                        .orElseThrow();
        boolean headless = service.at("/spec/clusterIP").asText().equals("None");
        if (headless || target.isMissingNode()) {
            return port;
        }
        return target.isInt() ? target.asInt() : named(target.asText(), pod).orElse(port);
    }

    private static Optional<Integer> named(String port, Pod pod) {
        return pod.containers().stream()
                .flatMap(container -> container.port(port).stream())
                .findFirst();
    }

    private java.util.stream.Stream<JsonNode> servicePorts() {
        return Pod.elements(service.at("/spec/ports"))
                .filter(port -> port.path("protocol").asText("TCP").equals("TCP"));
    }

    private String selector() {
        return service.at("/spec/selector").properties().stream()
                .map(label -> label.getKey() + "=" + label.getValue().asText())
                .collect(Collectors.joining(","));
    }
}
