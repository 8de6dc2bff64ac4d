package io.clearmltenants.compose;

import io.clearmltenants.connect.Elsewhere;
import io.clearmltenants.connect.FarFiles;
import io.clearmltenants.connect.HeldFolder;
import io.clearmltenants.connect.HostNames;
import io.clearmltenants.connect.Origin;
import io.clearmltenants.connect.Reach;
import io.clearmltenants.connect.Setting;
import io.clearmltenants.connect.SiteNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An installation of docker compose, by its engine. */
final class ComposeReach implements Reach {
    private final Installation installation;
    private final HeldFolder copies;
    private final HostNames names;

    /**
     * @param copies gets the configuration files; closed with this
     */
    ComposeReach(Installation installation, HeldFolder copies) {
        this.installation = installation;
        this.copies = copies;
        new ConfigCopy(installation.engine().files(installation.apiserver()), copies.path())
                .copy(environment());
        this.names = installation.names();
    }

    @Override
    public Map<String, String> environment() {
        return installation.apiserver().environment();
    }

    @Override
    public Optional<String> owner() {
        return Optional.of("container " + installation.apiserver().name());
    }

    @Override
    public Path machine() {
        return copies.path();
    }

    @Override
    public HostNames names() {
        return names;
    }

    @Override
    public Optional<Setting<Path>> files() {
        return installation
                .folder()
                .filter(folder -> installation.folderNear())
                .map(ComposeReach::here);
    }

    private static Setting<Path> here(FilesFolder folder) {
        Origin origin =
                new Origin(
                        Origin.Kind.MOUNT,
                        folder.path() + " of container " + folder.container().name());
        return new Setting<>(folder.source(), origin);
    }

    @Override
    public Optional<FarFiles> farFiles() {
        return Optional.empty();
    }

    @Override
    public Optional<Elsewhere> elsewhere() {
        return installation.folderNear()
                ? Optional.empty()
                : Optional.of(new Errands(installation, copies));
    }

    @Override
    public List<SiteNode> outline() {
        return List.of(new Outline(installation).tree());
    }

    @Override
    public void close() {
        copies.close();
    }
}
