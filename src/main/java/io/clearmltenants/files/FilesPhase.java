package io.clearmltenants.files;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Phase;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.WriteGate;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/**
 * Erases the tenant's folder on the fileserver (enterprise layout: one folder per tenant,
 * DE/import_projects.md:203).
 */
@ApplicationScoped
public class FilesPhase implements Phase {
    private final FileRoot fileRoot;

    FilesPhase(FileRoot fileRoot) {
        this.fileRoot = fileRoot;
    }

    @Override
    public PhaseName name() {
        return PhaseName.FILES;
    }

    @Override
    public Stream<Item> find(Target target) {
        return fileRoot.folder().stream().flatMap(folder -> folder.find(target.id()).stream());
    }

    @Override
    public boolean erase(Target target, Item item, WriteGate gate) {
        return fileRoot.folder()
                .orElseThrow(
                        () ->
                                new ConnectFailure(
                                        "The plan's fileserver folder '"
                                                + item.locator()
                                                + "' is not the one of this host; name it with --files."))
                .erase(target.id(), item, gate);
    }
}
