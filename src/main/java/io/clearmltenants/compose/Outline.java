package io.clearmltenants.compose;

import io.clearmltenants.connect.SiteNode;
import io.clearmltenants.docker.Container;
import java.util.List;
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
                        installation
                                .address(container)
                                .map(address -> " at " + address)
                                .orElse(""));
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

    private String source(FilesFolder folder) {
        String kind =
                folder.mount()
                        .map(
                                mount ->
                                        mount.type().equals("volume")
                                                ? "volume " + mount.name()
                                                : mount.type())
                        .orElse("the container's own layer");
        return "%s, %s on %s"
                .formatted(
                        kind,
                        folder.source(),
                        installation.folderNear() ? "this host" : "the engine's host");
    }
}
