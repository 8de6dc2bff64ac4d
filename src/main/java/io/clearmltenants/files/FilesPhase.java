package io.clearmltenants.files;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Phase;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.WriteGate;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Erases the tenant's folder on the fileserver (enterprise layout: one folder per tenant,
 * DE/import_projects.md:203). It is renamed first, so that the server finds nothing there any more,
 * and then removed.
 */
@ApplicationScoped
public class FilesPhase implements Phase {
    /** A tenth of a second's work on a local disk; each passage costs two lines in the journal. */
    private static final long ENTRIES_AT_MOST = 10_000;

    private static final String ROOT = "root";
    private static final String NAME = "name";

    private final FileRoot fileRoot;
    private final long entriesAtMost;

    @Inject
    FilesPhase(FileRoot fileRoot) {
        this(fileRoot, ENTRIES_AT_MOST);
    }

    FilesPhase(FileRoot fileRoot, long entriesAtMost) {
        this.fileRoot = fileRoot;
        this.entriesAtMost = entriesAtMost;
    }

    @Override
    public PhaseName name() {
        return PhaseName.FILES;
    }

    @Override
    public Stream<Item> find(Target target) {
        return fileRoot.path().stream().flatMap(root -> find(root, target));
    }

    @Override
    public boolean erase(Target target, Item item, WriteGate gate) {
        Path root = root(item);
        TenantFolders folders = new TenantFolders(root, target.id());
        Path name = Path.of(item.at(NAME));
        if (!folders.covers(name)) {
            throw new IllegalArgumentException(
                    Sentences.printable(name) + " is no folder of tenant " + target.id());
        }
        Path doomed = name.equals(folders.own()) ? folders.doomed(gate.run()) : name;
        try {
            return erase(item, root, folders, doomed, gate);
        } catch (IOException failure) {
            throw Sentences.failure("The tenant's folder", root.resolve(name), failure);
        }
    }

    private Stream<Item> find(Path root, Target target) {
        TenantFolders folders = new TenantFolders(root, target.id());
        return folders.present().stream().flatMap(name -> item(root, name, folders).stream());
    }

    private Optional<Item> item(Path root, Path name, TenantFolders folders) {
        try {
            Tally tally = TreeWalk.tally(root, name);
            return Optional.of(
                    new Item(
                            PhaseName.FILES,
                            "folder",
                            root.resolve(name).toString(),
                            Map.of(ROOT, root.toString(), NAME, name.toString()),
                            new Amount(tally.files(), "files", tally.bytes()),
                            folders.isDoomed(name)
                                    ? "left by a deletion of this tenant that did not finish"
                                    : "its name is the tenant's id",
                            Optional.of(tally.digest())));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException failure) {
            throw Sentences.failure("The tenant's folder", root.resolve(name), failure);
        }
    }

    private boolean erase(Item item, Path root, TenantFolders folders, Path doomed, WriteGate gate)
            throws IOException {
        Path name = Path.of(item.at(NAME));
        boolean begun = folders.present().contains(doomed);
        if (!begun) {
            if (!folders.present().contains(name)) {
                return false;
            }
            rename(item, root, name, doomed, gate);
        }
        if (!new TreeDeleter(root, doomed, item, gate, entriesAtMost).delete()) {
            return true;
        }
        // an earlier part of this run had renamed a folder, and the server has made a new one
        return begun && !doomed.equals(name) && folders.present().contains(name);
    }

    private void rename(Item item, Path root, Path name, Path doomed, WriteGate gate) {
        gate.write(
                item,
                "rename " + name + " to " + doomed,
                () -> {
                    try (OpenFolder parent = OpenFolder.root(root)) {
                        parent.move(name, parent, doomed);
                    } catch (NoSuchFileException gone) {
                        return 0;
                    } catch (IOException failure) {
                        throw Sentences.failure("The tenant's folder", root.resolve(name), failure);
                    }
                    return 0;
                });
    }

    /** The root that the item was found in must be the one that is configured now. */
    private Path root(Item item) {
        Path planned = Path.of(item.at(ROOT));
        return fileRoot.path()
                .filter(planned::equals)
                .orElseThrow(
                        () ->
                                new ConnectFailure(
                                        "The plan's fileserver folder "
                                                + Sentences.printable(planned)
                                                + " is not the one of this host; name it with --files."));
    }
}
