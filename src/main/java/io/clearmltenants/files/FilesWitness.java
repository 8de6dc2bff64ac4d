package io.clearmltenants.files;

import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.Store;
import io.clearmltenants.phase.Witness;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for leftovers on the fileserver, in another way than the phase. */
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
        return fileRoot.outOfReach()
                .or(
                        () ->
                                fileRoot.folder()
                                        .flatMap(
                                                folder ->
                                                        FilesByProject.blind(
                                                                folder,
                                                                FilesByProject.layout(
                                                                        folder, target),
                                                                target)));
    }

    @Override
    public Stream<Leftover> look(Target target) {
        return fileRoot.folder().stream()
                .flatMap(
                        folder ->
                                Stream.concat(
                                        folder.look(target.id()).stream(), byTask(folder, target)));
    }

    private static Stream<Leftover> byTask(RootFolder folder, Target target) {
        RootLayout layout = FilesByProject.layout(folder, target);
        return layout.folders() == 0
                ? Stream.empty()
                : Stream.of(
                        new Leftover(
                                PhaseName.FILES,
                                "%s (%d folders of its tasks)"
                                        .formatted(folder.label(), layout.folders()),
                                Math.max(1, layout.files())));
    }
}
