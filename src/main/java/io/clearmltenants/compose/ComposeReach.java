package io.clearmltenants.compose;

import io.clearmltenants.connect.Elsewhere;
import io.clearmltenants.connect.FarFiles;
import io.clearmltenants.connect.HeldFolder;
import io.clearmltenants.connect.HostNames;
import io.clearmltenants.connect.Reach;
import io.clearmltenants.connect.Setting;
import io.clearmltenants.connect.SiteNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An installation of docker compose, by its engine: every command runs beside its servers.
 *
 * @param held locked for as long as this process lives; closed with this
 */
record ComposeReach(Installation installation, HeldFolder held) implements Reach {

    @Override
    public Optional<Elsewhere> elsewhere() {
        return Optional.of(new Errands(installation, held));
    }

    @Override
    public Map<String, String> environment() {
        return installation.apiserver().environment();
    }

    @Override
    public Path machine() {
        return held.path();
    }

    @Override
    public HostNames names() {
        return HostNames.ofThisMachine();
    }

    @Override
    public Optional<Setting<Path>> files() {
        return Optional.empty();
    }

    @Override
    public Optional<FarFiles> farFiles() {
        return Optional.empty();
    }

    @Override
    public List<SiteNode> outline() {
        return List.of(new Outline(installation).tree());
    }

    @Override
    public void close() {
        held.close();
    }
}
