package io.clearmltenants.guard;

import io.clearmltenants.files.FileRoot;
import io.clearmltenants.phase.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The fileserver's root must be known, or be left out by the user; it must be a folder of its own,
 * and the tenant's folder must lie in it, neither linked nor mounted.
 */
@ApplicationScoped
class FolderGuard implements Guard {
    private final FileRoot fileRoot;

    FolderGuard(FileRoot fileRoot) {
        this.fileRoot = fileRoot;
    }

    @Override
    public Optional<String> refuse(Situation situation) {
        return situation.scope().covers(Store.FILES)
                ? fileRoot.refusal(situation.target().id())
                        .or(() -> fileRoot.outOfReach().map(situation::orWithoutFiles))
                : Optional.empty();
    }
}
