package io.clearmltenants.files;

import io.clearmltenants.phase.FreeSpace;
import io.clearmltenants.phase.Probe;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Space and rights of the fileserver's folder, where this host has it. */
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
        return fileRoot.path().stream().map(FilesProbe::state);
    }

    private static ServerState state(Path root) {
        return new ServerState(
                Store.FILES,
                "Fileserver's folder " + Sentences.printable(root),
                "",
                "files " + root,
                Optional.empty(),
                List.of(space(root), rights(root)));
    }

    private static String space(Path root) {
        try {
            FileStore store = Files.getFileStore(root);
            return store.type()
                    + ", "
                    + new FreeSpace(store.getUsableSpace(), store.getTotalSpace()).text();
        } catch (IOException failure) {
            throw Sentences.failure("The fileserver's folder", root, failure);
        }
    }

    private static String rights(Path root) {
        return Files.isWritable(root)
                ? "this user may read and erase"
                : "this user may not write here; run as the fileserver's user";
    }
}
