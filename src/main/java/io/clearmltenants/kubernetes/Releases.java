package io.clearmltenants.kubernetes;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.UnclearSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The installations among a namespace's pods. Labels of pods tell them apart, since those of
 * deployments are the same for all (H templates/_helpers.tpl); the job that deletes files later has
 * the API server's container name and, up to chart 7.8.1, its labels.
 */
record Releases(String namespace, List<Pod> pods) {
    private static final String INSTANCE = "app.kubernetes.io/instance";
    private static final String API_SERVER = "apiserver";
    private static final String FILESERVER = "fileserver";

    /**
     * The installation with this name, or the only one.
     *
     * @throws ConnectFailure where there is none
     * @throws UnclearSite where there are several
     */
    Release pick(Optional<String> release) {
        List<Release> all = all();
        if (all.isEmpty()) {
            throw new ConnectFailure(
                    "No pod in namespace '%s' has a container of ClearML's API server; name the namespace with -n, or start the server if it is scaled to zero."
                            .formatted(namespace));
        }
        List<Release> named =
                all.stream().filter(found -> release.map(found::isNamed).orElse(true)).toList();
        // "a" must not be unclear because there is an "a-clearml-b" too.
        List<Release> exact =
                named.stream().filter(found -> release.equals(Optional.of(found.name()))).toList();
        List<Release> chosen = exact.isEmpty() ? named : exact;
        if (chosen.size() == 1) {
            return chosen.getFirst();
        }
        throw new UnclearSite(sentence(release, chosen.isEmpty() ? all : chosen));
    }

    private String sentence(Optional<String> release, List<Release> choice) {
        String names =
                choice.stream().map(Release::name).sorted().collect(Collectors.joining(", "));
        return release.filter(asked -> choice.stream().noneMatch(found -> found.isNamed(asked)))
                .map(
                        asked ->
                                "Namespace '%s' has no ClearML server of release '%s'; it has: %s. Pick one with --release."
                                        .formatted(namespace, asked, names))
                .orElseGet(
                        () ->
                                "Namespace '%s' has several ClearML servers: %s. Pick one with --release."
                                        .formatted(namespace, names));
    }

    private List<Release> all() {
        SortedMap<String, List<Container>> apiServers = byRelease(API_SERVER);
        SortedMap<String, List<Container>> fileservers = byRelease(FILESERVER);
        List<Release> releases = new ArrayList<>();
        apiServers.forEach(
                (name, containers) -> {
                    boolean alone = apiServers.size() == 1 && fileservers.size() == 1;
                    List<Container> files =
                            alone
                                    ? fileservers.firstEntry().getValue()
                                    : fileservers.getOrDefault(name, List.of());
                    releases.add(new Release(name, containers, files));
                });
        return releases;
    }

    private SortedMap<String, List<Container>> byRelease(String part) {
        return pods.stream()
                .filter(pod -> !List.of("Succeeded", "Failed").contains(pod.phase()))
                .flatMap(pod -> pod.containers().stream())
                .filter(container -> is(container, part) && !deletesLater(container))
                .collect(
                        Collectors.groupingBy(
                                container -> name(container, part),
                                TreeMap::new,
                                Collectors.toList()));
    }

    /**
     * Up to chart 4 every part's container is named "clearml"; the pods' labels tell them apart.
     */
    private static boolean is(Container container, String part) {
        return container.name().endsWith(part)
                || container.name().equals("clearml")
                        && container.pod().label(INSTANCE).orElse("").endsWith("-" + part);
    }

    /** The job "async_delete", which runs beside the API server in the same image. */
    private static boolean deletesLater(Container container) {
        boolean named = container.pod().name().replace("-", "").contains("asyncdelete");
        return named || container.words().stream().anyMatch(word -> word.contains("async_urls"));
    }

    /** From the label "RELEASE-apiserver"; without it, from the pod's name. */
    private static String name(Container container, String part) {
        return container
                .pod()
                .label(INSTANCE)
                .filter(label -> !label.equals(part))
                .map(label -> label.replaceFirst("-" + part + "$", ""))
                .orElseGet(() -> beforePart(container.pod().name(), part));
    }

    private static String beforePart(String pod, String part) {
        int at = pod.indexOf(part);
        return at <= 0 ? pod : pod.substring(0, at).replaceFirst("-$", "");
    }
}
