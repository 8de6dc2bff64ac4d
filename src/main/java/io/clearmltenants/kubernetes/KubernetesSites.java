package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.Reach;
import io.clearmltenants.connect.Site;
import io.clearmltenants.connect.SiteOpener;
import io.clearmltenants.connect.UnclearSite;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reaches installations in Kubernetes. */
@ApplicationScoped
class KubernetesSites implements SiteOpener {
    private final ObjectMapper json;

    KubernetesSites(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Optional<Reach> open(Site site) {
        return site instanceof Site.Kubernetes kubernetes
                ? Optional.of(reach(kubernetes))
                : Optional.empty();
    }

    @Override
    public String lookedAt() {
        Kubeconfig kubeconfig = new Kubeconfig(System.getenv());
        if (!kubeconfig.exists()) {
            return "there is no kubeconfig (%s)"
                    .formatted(
                            kubeconfig.files().stream()
                                    .map(Path::toString)
                                    .collect(Collectors.joining(", ")));
        }
        try (Cluster cluster = Cluster.current()) {
            List<Pod> pods =
                    new ApiServer(cluster, json).list("pods", "").stream().map(Pod::new).toList();
            Release release = new Releases(cluster.namespace(), pods).pick(Optional.empty());
            return "the kubeconfig's namespace '%s' has the ClearML server '%s' (-n %s)"
                    .formatted(cluster.namespace(), release.name(), cluster.namespace());
        } catch (ConnectFailure | UnclearSite none) {
            return none.getMessage().replaceFirst("\\.$", "");
        }
    }

    private Reach reach(Site.Kubernetes site) {
        ApiServer server = new ApiServer(Cluster.of(site), json);
        try {
            List<Pod> pods = server.list("pods", "").stream().map(Pod::new).toList();
            Release release = new Releases(server.namespace(), pods).pick(site.release());
            return KubernetesReach.of(server, release, site);
        } catch (ConnectFailure failed) {
            try (Cluster closing = server.cluster()) {
                throw explained(failed, server);
            }
        } catch (UnclearSite unclear) {
            server.cluster().close();
            throw unclear;
        }
    }

    /** Who lacks one right often lacks more: all are named at once. */
    private static ConnectFailure explained(ConnectFailure failed, ApiServer server) {
        boolean forbidden =
                failed.getCause() instanceof ApiFailures.Refusal refusal && refusal.isForbidden();
        if (!forbidden) {
            return failed;
        }
        String missing =
                new Rights(server)
                        .missing().stream().map(Right::label).collect(Collectors.joining(", "));
        return new ConnectFailure(failed.getMessage() + " Missing: " + missing + ".", failed);
    }
}
