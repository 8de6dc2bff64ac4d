package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.connect.Reach;
import io.clearmltenants.connect.Site;
import io.clearmltenants.connect.SiteOpener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

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

    private Reach reach(Site.Kubernetes site) {
        ApiServer server = new ApiServer(Cluster.of(site), json);
        try {
            List<Pod> pods = server.list("pods", "").stream().map(Pod::new).toList();
            Release release = new Releases(server.namespace(), pods).pick(site.release());
            return KubernetesReach.of(server, release, site.image());
        } catch (RuntimeException failed) {
            server.cluster().close();
            throw failed;
        }
    }
}
