package io.clearmltenants.compose;

import io.clearmltenants.docker.Attachment;
import io.clearmltenants.docker.Container;
import io.clearmltenants.docker.Engine;
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
 * @param addressesNear whether this host reaches the servers' addresses
 * @param folderNear whether this host has the fileserver's folder, or nobody has one
 */
record Installation(
        Engine engine,
        Project project,
        Container apiserver,
        Container networked,
        Set<String> nearNetworks,
        Optional<FilesFolder> folder,
        boolean addressesNear,
        boolean folderNear) {

    static Installation of(Engine engine, Project project) {
        Container apiserver = engine.container(project.apiserver().id()).orElseThrow();
        Container networked = apiserver.networkOwner().flatMap(engine::container).orElse(apiserver);
        Set<String> nearNetworks = near(engine, networked);
        Optional<FilesFolder> folder = folder(engine, project, apiserver);
        boolean addressesNear =
                !nearNetworks.isEmpty() || networked.onHostNetwork() && ThisHost.runs(engine);
        return new Installation(
                engine,
                project,
                apiserver,
                networked,
                nearNetworks,
                folder,
                addressesNear,
                addressesNear && folder.map(found -> found.here(engine)).orElse(true));
    }

    /** The fileserver's; without one, what the API server has mounted: its image's is nobody's. */
    private static Optional<FilesFolder> folder(
            Engine engine, Project project, Container apiserver) {
        return project.find(Part.FILESERVER)
                .flatMap(listed -> engine.container(listed.id()))
                .flatMap(container -> FilesFolder.in(container, engine))
                .or(
                        () ->
                                FilesFolder.in(apiserver, engine)
                                        .filter(folder -> folder.mount().isPresent()));
    }

    private static Set<String> near(Engine engine, Container networked) {
        return networked.networks().stream()
                .flatMap(place -> engine.network(place.networkId()).stream())
                .filter(ThisHost::has)
                .map(Network::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The names that the API server's settings use. */
    ContainerNames names() {
        List<Container> containers =
                engine.containers().stream()
                        .filter(
                                listed ->
                                        listed.networkIds().stream()
                                                .anyMatch(nearNetworks::contains))
                        .flatMap(listed -> engine.container(listed.id()).stream())
                        .toList();
        return new ContainerNames(networked, nearNetworks, containers);
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
