package io.clearmltenants.compose;

import io.clearmltenants.docker.Engine;
import io.clearmltenants.docker.Listed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the ClearML servers of an engine, by the labels of docker compose, then by names. */
record Projects(Engine engine) {
    private static final String PROJECT = "com.docker.compose.project";

    /** Names of the vendor, in images and containers, since the beginning. */
    private static final Pattern BRAND = Pattern.compile("clearml|allegro|trains|seematics");

    private static final Pattern VARIABLE = Pattern.compile("(CLEARML|TRAINS|ALLEGRO)_.*");

    /** All of them, by name. */
    List<Project> all() {
        List<Listed> containers =
                engine.containers().stream()
                        .filter(container -> container.label(Helper.OPERATOR).isEmpty())
                        .toList();
        Map<String, Listed> servers = new TreeMap<>();
        containers.stream()
                .filter(Part.APISERVER::is)
                .sorted(Comparator.comparing((Listed container) -> !container.running()))
                .forEach(container -> servers.putIfAbsent(name(container), container));
        List<Project> projects = new ArrayList<>();
        servers.forEach(
                (name, server) -> {
                    if (ofClearml(server)) {
                        projects.add(new Project(name, server, members(server, containers)));
                    }
                });
        return projects;
    }

    private static String name(Listed apiserver) {
        return apiserver
                .label(PROJECT)
                .orElseGet(() -> Part.APISERVER.prefix(apiserver).replaceFirst("[-_]$", ""));
    }

    /** Others, too, have a service of this name. */
    private boolean ofClearml(Listed apiserver) {
        String names = (apiserver.image() + " " + apiserver.name()).toLowerCase(Locale.ROOT);
        return BRAND.matcher(names).find()
                || engine.container(apiserver.id()).stream()
                        .flatMap(container -> container.environment().keySet().stream())
                        .anyMatch(VARIABLE.asMatchPredicate());
    }

    private static List<Listed> members(Listed apiserver, List<Listed> all) {
        Optional<String> project = apiserver.label(PROJECT);
        String prefix = Part.APISERVER.prefix(apiserver);
        return all.stream()
                .filter(
                        other ->
                                project.isPresent()
                                        ? project.equals(other.label(PROJECT))
                                        : other.label(PROJECT).isEmpty()
                                                && other.name().startsWith(prefix))
                .collect(Collectors.toUnmodifiableList());
    }
}
