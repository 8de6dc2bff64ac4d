package io.clearmltenants.guard;

import io.clearmltenants.connect.Connections;
import io.clearmltenants.connect.Setting;
import io.clearmltenants.files.FolderChecks;
import io.clearmltenants.phase.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The fileserver's root must be a folder of its own, and the tenant's folder must lie in it,
 * neither linked nor mounted.
 */
@ApplicationScoped
class FolderGuard implements Guard {
    private final Connections connections;

    FolderGuard(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<String> refuse(Situation situation) {
        if (!situation.scope().covers(Store.FILES)) {
            return Optional.empty();
        }
        return connections
                .server()
                .files()
                .map(Setting::value)
                .flatMap(root -> refuse(root, situation));
    }

    private static Optional<String> refuse(Path root, Situation situation) {
        FolderChecks checks = new FolderChecks(root);
        return checks.root().or(() -> checks.tenant(situation.target().id()));
    }
}
