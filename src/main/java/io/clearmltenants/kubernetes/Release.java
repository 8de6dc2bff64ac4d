package io.clearmltenants.kubernetes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One installation in a namespace.
 *
 * @param name what its objects' names begin with: the Helm release's name, with the chart's after
 *     it where that is not part of it (H templates/_helpers.tpl:13-24)
 * @param apiServers containers of the API server; at least one
 * @param fileservers containers of the fileserver; none where files are kept outside
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

    private static Optional<Container> best(List<Container> containers) {
        return containers.stream()
                .min(
                        Comparator.comparing((Container container) -> !container.pod().ready())
                                .thenComparing(container -> container.pod().name()));
    }
}
