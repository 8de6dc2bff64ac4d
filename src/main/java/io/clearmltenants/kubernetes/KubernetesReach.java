package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.connect.FarFiles;
import io.clearmltenants.connect.HostNames;
import io.clearmltenants.connect.Reach;
import io.clearmltenants.connect.Setting;
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
        HostNames names,
        Optional<FarFiles> farFiles)
        implements Reach {

    static KubernetesReach of(ApiServer server, Release release, Optional<String> image) {
        Container container = release.apiServer();
        List<JsonNode> services = server.list("services", "");
        Sources sources = new Sources(server);
        Map<String, String> environment = Variables.of(container, services, sources);
        Forwards forwards = new Forwards();
        return new KubernetesReach(
                server,
                release,
                environment,
                ConfigurationCopies.of(container, sources),
                forwards,
                new PodNames(server, container, new KnownPorts(environment).all(), forwards),
                release.fileserver()
                        .map(
                                fileserver ->
                                        new FileserverVolume(
                                                server,
                                                fileserver,
                                                Variables.of(fileserver, services, sources),
                                                image,
                                                () -> ProgramFile.find(System.getenv()))));
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
        return List.of(new Outline(server, release).tree());
    }

    @Override
    public void close() {
        forwards.close();
        copies.close();
        server.cluster().close();
    }
}
