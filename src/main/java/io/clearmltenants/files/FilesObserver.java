package io.clearmltenants.files;

import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Observer;
import io.clearmltenants.phase.Store;
import io.clearmltenants.tenant.IdKind;
import io.clearmltenants.tenant.KnownIds;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells of files that are not erased, because of where or how the server keeps them. */
@ApplicationScoped
public class FilesObserver implements Observer {
    private final FileRoot fileRoot;

    FilesObserver(FileRoot fileRoot) {
        this.fileRoot = fileRoot;
    }

    @Override
    public Store store() {
        return Store.FILES;
    }

    @Override
    public Stream<Finding> observe(Target target) {
        return fileRoot
                .folder()
                .flatMap(folder -> byTask(folder, target))
                .map(Finding.Warning::new)
                .map(Finding.class::cast)
                .stream();
    }

    private static Optional<String> byTask(RootFolder folder, Target target) {
        return folder.byTask(target.id(), folders -> owned(folders, target.ids()))
                .filter(count -> count.folders() > 0)
                .map(count -> sentence(folder, count));
    }

    private static long owned(Map<String, Long> folders, KnownIds ids) {
        try (Stream<String> tasks = ids.stream(IdKind.TASK)) {
            return tasks.mapToLong(id -> folders.getOrDefault(id, 0L)).sum();
        }
    }

    private static String sentence(RootFolder folder, TaskCount count) {
        return "The fileserver keeps files by project and task, not by tenant: "
                + count.folders()
                + (count.folders() == 1 ? " folder" : " folders")
                + " of this tenant's tasks below "
                + folder.label()
                + " will stay, since this version does not erase them yet"
                + (count.unreadable() == 0
                        ? "."
                        : "; " + count.unreadable() + " more could not be looked into.");
    }
}
