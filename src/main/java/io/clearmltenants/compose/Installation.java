package io.clearmltenants.compose;

import io.clearmltenants.docker.Attachment;
import io.clearmltenants.docker.Container;
import io.clearmltenants.docker.Engine;
import io.clearmltenants.docker.Listed;
import io.clearmltenants.docker.Network;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One installation, looked at closely.
 *
 * @param apiserver the API server's container
 * @param networked the container in whose networks that is: itself as a rule
 * @param nearNetworks the ids of those of its networks that this host is in
 * @param folder the fileserver's; empty where no container has it
 */
record Installation(
        Engine engine,
        Project project,
        Container apiserver,
        Container networked,
        Set<String> nearNetworks,
        Optional<FilesFolder> folder) {

    static Installation of(Engine engine, Project project) {
        Container apiserver = engine.container(project.apiserver().id()).orElseThrow();
        Container networked = apiserver.networkOwner().flatMap(engine::container).orElse(apiserver);
        return new Installation(
                engine,
                project,
                apiserver,
                networked,
                near(engine, networked),
                folder(engine, project, apiserver));
    }

    /** The fileserver's; without one, what the API server has mounted: its image's is nobody's. */
    private static Optional<FilesFolder> folder(
            Engine engine, Project project, Container apiserver) {
        return project.find(Part.FILESERVER)
                .flatMap(listed -> engine.container(listed.id()))
                .flatMap(container -> FilesFolder.in(container, engine.files(container)))
                .or(
                        () ->
                                FilesFolder.in(apiserver, engine.files(apiserver))
                                        .filter(folder -> folder.mount().isPresent()));
    }

    private static Set<String> near(Engine engine, Container networked) {
        return networked.networks().stream()
                .flatMap(place -> engine.network(place.networkId()).stream())
                .filter(ThisHost::has)
                .map(Network::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** True where this host reaches the servers' addresses. */
    boolean addressesNear() {
        return !nearNetworks.isEmpty() || networked.onHostNetwork() && ThisHost.runs(engine);
    }

    /** True where this host has the fileserver's folder, or nobody has one. */
    boolean folderNear() {
        return folder.isEmpty()
                || addressesNear() && folder.get().here(engine.files(folder.get().container()));
    }

    /** The names of the API server's containers. */
    ContainerNames names(List<Listed> all) {
        return new ContainerNames(engine, networked, nearNetworks, all);
    }

    /** The address of a container in the API server's networks; empty while it does not run. */
    Optional<String> address(Container container) {
        Set<String> networks =
                networked.networks().stream()
                        .map(Attachment::networkId)
                        .collect(Collectors.toUnmodifiableSet());
        return container.networks().stream()
                .filter(place -> networks.contains(place.networkId()))
                .map(Attachment::address)
                .filter(address -> !address.isEmpty())
                .findFirst();
    }
}
