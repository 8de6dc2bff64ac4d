package io.clearmltenants.files;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.Connections;
import io.clearmltenants.connect.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The fileserver's root folder, asked for when it is first needed. */
@ApplicationScoped
class FileRoot {
    private final Supplier<Optional<Path>> setting;

    @Inject
    FileRoot(Connections connections) {
        this(() -> connections.server().files().map(Setting::value));
    }

    FileRoot(Supplier<Optional<Path>> setting) {
        this.setting = setting;
    }

    /**
     * The root with its links resolved, once: what is renamed and removed later is below this very
     * folder. Empty where this host does not have it.
     *
     * @throws ConnectFailure where it is not a folder that may hold tenants
     */
    Optional<Path> path() {
        return setting.get().map(FileRoot::resolved);
    }

    private static Path resolved(Path root) {
        new FolderChecks(root)
                .root()
                .ifPresent(
                        sentence -> {
                            throw new ConnectFailure(sentence);
                        });
        try {
            return root.toRealPath();
        } catch (IOException failure) {
            throw Sentences.failure("The fileserver's folder", root, failure);
        }
    }
}
