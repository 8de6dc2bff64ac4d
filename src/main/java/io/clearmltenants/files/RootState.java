package io.clearmltenants.files;

import io.clearmltenants.phase.FreeSpace;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.Store;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Space and rights of the fileserver's folder. */
record RootState(Path root) {

    ServerState asServer() {
        return new ServerState(
                Store.FILES,
                "Fileserver's folder " + Sentences.printable(root),
                "",
                "files " + root,
                Optional.empty(),
                List.of(space(), rights()));
    }

    private String space() {
        try {
            FileStore store = Files.getFileStore(root);
            return store.type()
                    + ", "
                    + new FreeSpace(store.getUsableSpace(), store.getTotalSpace()).text();
        } catch (IOException failure) {
            throw Sentences.failure("The fileserver's folder", root, failure);
        }
    }

    private String rights() {
        return Files.isWritable(root)
                ? "this user may read and erase"
                : "this user may not write here; run as the fileserver's user";
    }
}
