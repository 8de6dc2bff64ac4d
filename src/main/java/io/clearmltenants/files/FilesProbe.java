package io.clearmltenants.files;

import io.clearmltenants.phase.Probe;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks for the state of the fileserver's folder, where it is known. */
@ApplicationScoped
class FilesProbe implements Probe {
    private final FileRoot fileRoot;

    FilesProbe(FileRoot fileRoot) {
        this.fileRoot = fileRoot;
    }

    @Override
    public Store store() {
        return Store.FILES;
    }

    @Override
    public Stream<ServerState> probe() {
        return fileRoot.folder().stream().map(RootFolder::state);
    }

    @Override
    public Optional<String> outOfReach() {
        return fileRoot.outOfReach();
    }
}
