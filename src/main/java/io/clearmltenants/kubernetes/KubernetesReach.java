package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.connect.Elsewhere;
import io.clearmltenants.connect.FarFiles;
import io.clearmltenants.connect.HostNames;
import io.clearmltenants.connect.Reach;
import io.clearmltenants.connect.Setting;
import io.clearmltenants.connect.Site;
import io.clearmltenants.connect.SiteNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An installation in Kubernetes, reached through the API server alone. */
record KubernetesReach(
        ApiServer server,
        Release release,
        Map<String, String> environment,
        ConfigurationCopies copies,
        Forwards forwards,
        OwnPods own,
        HostNames names,
        Optional<FileserverVolume> volume,
        Optional<String> folderMissing,
        Optional<Elsewhere> elsewhere)
        implements Reach {

    static KubernetesReach of(ApiServer server, Release release, Site.Kubernetes site) {
        Container container = release.apiServer();
        List<JsonNode> services = server.list("services", "");
        Sources sources = new Sources(server);
        Map<String, String> environment = Variables.of(container, services, sources);
        Forwards forwards = new Forwards();
        OwnPods own = new OwnPods(server);
        Optional<FileserverVolume> volume =
                release.fileserver()
                        .map(
                                fileserver ->
                                        new FileserverVolume(
                                                server,
                                                fileserver,
                                                Variables.of(fileserver, services, sources),
                                                site.image(),
                                                () -> ProgramFile.find(System.getenv()),
                                                own));
        Optional<String> missing = release.fileserverMissing(services);
        HostNames names =
                new PodNames(server, container, new KnownPorts(environment).all(), forwards);
        return new KubernetesReach(
                server,
                release,
                environment,
                ConfigurationCopies.of(container, sources),
                forwards,
                own,
                names,
                volume,
                missing,
                Optional.<Elsewhere>of(
                                new ClusterJobs(server, release, volume, missing, site.image()))
                        .filter(jobs -> site.inCluster()));
    }

    @Override
    public Optional<String> owner() {
        return Optional.of("pod " + release.apiServer().pod().name());
    }

    @Override
    public Optional<FarFiles> farFiles() {
        return volume.map(FarFiles.class::cast);
    }

    @Override
    public Path machine() {
        return copies.folder();
    }

    @Override
    public Optional<Setting<Path>> files() {
        return Optional.empty();
    }

    @Override
    public List<SiteNode> outline() {
        return List.of(new Outline(server, release, folderMissing).tree());
    }

    @Override
    public void close() {
        try (Cluster cluster = server.cluster();
                ConfigurationCopies removed = copies;
                Forwards closed = forwards) {
            own.close();
        }
    }
}
