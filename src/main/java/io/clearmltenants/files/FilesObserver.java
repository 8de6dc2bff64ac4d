package io.clearmltenants.files;

import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Observer;
import io.clearmltenants.phase.Store;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells of files that are not erased, because of where or how the server keeps them. */
@ApplicationScoped
public class FilesObserver implements Observer {
    private static final int FOLDERS_AT_ONCE = 100_000;

    private final FileRoot fileRoot;

    @Inject
    FilesObserver(FileRoot fileRoot) {
        this.fileRoot = fileRoot;
    }

    @Override
    public Store store() {
        return Store.FILES;
    }

    @Override
    public Stream<Finding> observe(Target target) {
        Optional<Path> root = fileRoot.path();
        return root.isEmpty()
                ? Stream.of(
                        new Finding.Warning(
                                "The fileserver's folder is not on this host, so no file of the tenant is erased; name it with --files."))
                : byTask(root.get(), target).stream();
    }

    private static Optional<Finding> byTask(Path root, Target target) {
        if (!new TenantFolders(root, target.id()).present().isEmpty()) {
            return Optional.empty();
        }
        TaskFolders folders = new TaskFolders(root, target.ids(), FOLDERS_AT_ONCE);
        try {
            folders.compareAll();
        } catch (IOException failure) {
            throw Sentences.failure("The fileserver's folder", root, failure);
        }
        return folders.count() == 0
                ? Optional.empty()
                : Optional.of(new Finding.Warning(sentence(root, folders)));
    }

    private static String sentence(Path root, TaskFolders folders) {
        return "The fileserver keeps files by project and task, not by tenant: "
                + folders.count()
                + (folders.count() == 1 ? " folder" : " folders")
                + " of this tenant's tasks below "
                + Sentences.printable(root)
                + " will stay, since this version does not erase them yet"
                + (folders.unreadable() == 0
                        ? "."
                        : "; " + folders.unreadable() + " more could not be looked into.");
    }
}
