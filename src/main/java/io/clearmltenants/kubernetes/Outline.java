package io.clearmltenants.kubernetes;

import io.clearmltenants.connect.SiteNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found in the cluster, for people. */
record Outline(ApiServer server, Release release, Optional<String> folderMissing) {

    SiteNode tree() {
        List<SiteNode> parts = new ArrayList<>();
        release.apiServers().forEach(container -> parts.add(node("API server", container)));
        release.fileservers().forEach(container -> parts.add(node("fileserver", container)));
        if (release.fileservers().isEmpty()) {
            parts.add(SiteNode.leaf(folderMissing.orElse("no fileserver: files are kept outside")));
        }
        parts.add(rights());
        return new SiteNode(
                "Kubernetes %s, namespace %s, release %s"
                        .formatted(
                                server.cluster().address().getAuthority(),
                                server.namespace(),
                                release.name()),
                parts);
    }

    private SiteNode rights() {
        List<Right> missing = new Rights(server).missing();
        return missing.isEmpty()
                ? SiteNode.leaf("rights: all that are needed")
                : new SiteNode(
                        "rights that are missing (native/kubernetes/role.yaml has them)",
                        missing.stream()
                                .map(right -> right.label() + ", to " + right.purpose())
                                .map(SiteNode::leaf)
                                .toList());
    }

    private static SiteNode node(String what, Container container) {
        String state = container.pod().ready() ? "ready" : container.pod().phase() + ", not ready";
        return new SiteNode(
                "%s: %s, %s".formatted(what, container.label(), state),
                List.of(SiteNode.leaf("image " + container.image())));
    }
}
