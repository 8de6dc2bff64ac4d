package io.clearmltenants.files;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.OwnershipLost;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.WriteGate;
import io.clearmltenants.tenant.TenantId;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folders of one tenant below the fileserver's root. Its own is renamed first, so that the
 * server finds nothing there any more, and then removed.
 */
final class TenantTree {
    private static final String ROOT = "root";
    private static final String NAME = "name";

    private final Path root;
    private final TenantId id;
    private final TenantFolders folders;

    TenantTree(Path root, TenantId id) {
        this.root = root;
        this.id = id;
        this.folders = new TenantFolders(root, id);
    }

    /** The folders that are there, counted. */
    List<Item> items() {
        return folders.present().stream().flatMap(name -> item(name).stream()).toList();
    }

    /**
     * Erases one bounded chunk; see {@link RootFolder#erase}.
     *
     * @param entriesAtMost how many entries a passage through the gate may change
     */
    boolean erase(Item item, WriteGate gate, long entriesAtMost) {
        assertSameRoot(Path.of(item.at(ROOT)));
        Path name = Path.of(item.at(NAME));
        if (!folders.covers(name)) {
            throw new OwnershipLost(
                    Sentences.printable(name)
                            + " is not a folder of tenant "
                            + id
                            + ". It was left.");
        }
        Path doomed = name.equals(folders.own()) ? folders.doomed(gate.run()) : name;
        try {
            return erase(item, doomed, gate, entriesAtMost);
        } catch (IOException failure) {
            throw Sentences.notErased(root.resolve(name), failure);
        }
    }

    private String why(Path name, Tally tally) {
        String why =
                folders.isDoomed(name)
                        ? "left by a deletion of this tenant that did not finish"
                        : "its name is the tenant's id";
        return tally.closed() == 0
                ? why
                : why + "; " + tally.closed() + " in it cannot be looked into and may be left";
    }

    private Optional<Item> item(Path name) {
        try {
            Tally tally = TreeWalk.tally(root, name);
            return Optional.of(
                    new Item(
                            PhaseName.FILES,
                            "folder",
                            root.resolve(name).toString(),
                            Map.of(ROOT, root.toString(), NAME, name.toString()),
                            new Amount(tally.files(), "files", tally.bytes()),
                            why(name, tally),
                            Optional.of(tally.digest())));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException failure) {
            throw Sentences.failure("The tenant's folder", root.resolve(name), failure);
        }
    }

    private boolean erase(Item item, Path doomed, WriteGate gate, long entriesAtMost)
            throws IOException {
        Path name = Path.of(item.at(NAME));
        boolean begun = folders.present().contains(doomed);
        if (!begun) {
            if (!folders.present().contains(name)) {
                return false;
            }
            rename(item, name, doomed, gate);
        }
        if (!new TreeDeleter(root, doomed, item, gate, entriesAtMost).delete()) {
            return true;
        }
        // an earlier part of this run had renamed a folder, and the server has made a new one
        return begun && !doomed.equals(name) && folders.present().contains(name);
    }

    private void rename(Item item, Path name, Path doomed, WriteGate gate) {
        gate.write(
                item,
                "rename " + name + " to " + doomed,
                () -> {
                    try (OpenFolder parent = OpenFolder.root(root)) {
                        parent.move(name, parent, doomed);
                    } catch (NoSuchFileException gone) {
                        return 0;
                    } catch (IOException failure) {
                        throw Sentences.notErased(root.resolve(name), failure);
                    }
                    return 0;
                });
    }

    private void assertSameRoot(Path planned) {
        if (!planned.equals(root)) {
            throw new ConnectFailure(
                    "The plan's fileserver folder "
                            + Sentences.printable(planned)
                            + " is not the one of this host; name it with --files.");
        }
    }
}
