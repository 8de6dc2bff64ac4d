package io.clearmltenants.compose;

import com.github.dockerjava.api.command.InspectContainerResponse.Mount;
import io.clearmltenants.connect.SiteNode;
import io.clearmltenants.docker.Container;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an installation consists of, for people. */
record Outline(Installation installation) {
    private static final String SERVICE = "com.docker.compose.service";

    SiteNode tree() {
        Stream<SiteNode> services =
                installation.project().containers().stream()
                        .flatMap(listed -> installation.engine().container(listed.id()).stream())
                        .map(this::line)
                        .sorted()
                        .map(SiteNode::leaf);
        return new SiteNode(
                "docker compose project %s, engine %s"
                        .formatted(installation.project().name(), installation.engine().label()),
                Stream.concat(services, Stream.of(folder())).toList());
    }

    private String line(Container container) {
        return "%s: container %s, image %s, %s%s"
                .formatted(
                        container.label(SERVICE).orElseGet(container::name),
                        container.name(),
                        container.image(),
                        container.state(),
                        address(container).map(address -> " at " + address).orElse(""));
    }

    /** In a network of the API server's; empty while it does not run. */
    private Optional<String> address(Container container) {
        return installation.apiserver().networks().keySet().stream()
                .flatMap(name -> Stream.ofNullable(container.networks().get(name)))
                .flatMap(place -> Container.address(place).stream())
                .findFirst();
    }

    private SiteNode folder() {
        return installation
                .folder()
                .map(
                        folder ->
                                new SiteNode(
                                        "files: %s of container %s"
                                                .formatted(
                                                        folder.path(), folder.container().name()),
                                        List.of(SiteNode.leaf(source(folder)))))
                .orElseGet(() -> SiteNode.leaf("files: no container has a folder of a fileserver"));
    }

    private static String source(FilesFolder folder) {
        return folder.mount().map(Outline::source).orElse("the container's own layer");
    }

    private static String source(Mount mount) {
        return mount.getName() == null
                ? "folder " + mount.getSource() + " of the engine's host"
                : "volume " + mount.getName();
    }
}
