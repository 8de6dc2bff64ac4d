package io.clearmltenants.files;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Observer;
import io.clearmltenants.phase.Store;
import io.clearmltenants.phase.TransientFailure;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells of files that are not erased, because of how the server keeps them; a guard refuses then.
 */
@ApplicationScoped
public class FilesObserver implements Observer {
    private final FileRoot fileRoot;
    private final FilesByProject byProject;

    FilesObserver(FileRoot fileRoot, FilesByProject byProject) {
        this.fileRoot = fileRoot;
        this.byProject = byProject;
    }

    @Override
    public Store store() {
        return Store.FILES;
    }

    @Override
    public Stream<Finding> observe(Target target) {
        return fileRoot
                .folder()
                .flatMap(
                        folder ->
                                byProject
                                        .objection(folder, target)
                                        .map(
                                                text ->
                                                        new Finding.Kept(
                                                                Store.FILES, folder.label(), text)))
                .map(Finding.class::cast)
                .stream();
    }

    @Override
    public Optional<String> ofLeftOut(Target target) {
        try {
            return fileRoot.folder().flatMap(folder -> byProject.objection(folder, target));
        } catch (ConnectFailure | TransientFailure outOfReach) {
            return Optional.of("they could not be counted: " + outOfReach.getMessage());
        }
    }
}
