package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One installation in a namespace.
 *
 * @param name what its objects' names begin with: the Helm release's name, with the chart's after
 *     it where that is not part of it (H templates/_helpers.tpl:13-24)
 * @param apiServers containers of the API server; at least one
 * @param fileservers containers of the fileserver; none if files are kept outside, or it does not
 *     run
 */
record Release(String name, List<Container> apiServers, List<Container> fileservers) {

    /** Its Helm release may have this name. */
    boolean isNamed(String release) {
        return name.equals(release) || name.startsWith(release + "-clearml");
    }

    /** The container whose settings count: of several replicas a ready one. */
    Container apiServer() {
        return best(apiServers).orElseThrow();
    }

    Optional<Container> fileserver() {
        return best(fileservers);
    }

    /**
     * Why its fileserver does not run, although a Service selects its pods (a fileserver belongs to
     * the installation then); empty if one runs, or none belongs to it.
     *
     * @param services of its namespace
     */
    Optional<String> fileserverMissing(List<JsonNode> services) {
        return services.stream()
                .filter(service -> fileservers.isEmpty() && !service.at("/spec/selector").isEmpty())
                .map(service -> service.at("/metadata/name").asText())
                .filter(this::isOfFileserver)
                .sorted()
                .findFirst()
                .map(
                        service ->
                                "The fileserver has no pod, though Service %s is there: scale its Deployment up, so that its folder can be reached."
                                        .formatted(service));
    }

    private boolean isOfFileserver(String service) {
        return service.equals("fileserver")
                || service.startsWith(name + "-") && service.endsWith("fileserver");
    }

    private static Optional<Container> best(List<Container> containers) {
        return containers.stream()
                .min(
                        Comparator.comparing((Container container) -> !container.pod().ready())
                                .thenComparing(container -> container.pod().name()));
    }
}
