package io.clearmltenants.files;

import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.Store;
import io.clearmltenants.phase.Witness;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for what is left on the fileserver, by another route than the phase. */
@ApplicationScoped
public class FilesWitness implements Witness {
    private final FileRoot fileRoot;

    FilesWitness(FileRoot fileRoot) {
        this.fileRoot = fileRoot;
    }

    @Override
    public Store store() {
        return Store.FILES;
    }

    @Override
    public Optional<String> blind(Target target) {
        return fileRoot.outOfReach();
    }

    @Override
    public Stream<Leftover> look(Target target) {
        return fileRoot.folder().stream().flatMap(folder -> folder.look(target.id()).stream());
    }
}
