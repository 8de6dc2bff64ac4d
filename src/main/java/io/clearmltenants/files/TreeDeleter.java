package io.clearmltenants.files;

import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.WriteGate;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Removes one folder with everything in it, of any depth and width, with a few open folders and no
 * memory that grows with it. If it is stopped, the next one continues.
 */
final class TreeDeleter {
    private final Path root;
    private final Path name;
    private final Item item;
    private final WriteGate gate;
    private final long entriesAtMost;
    private final PieceNames pieces = new PieceNames();

    /**
     * @param root the fileserver's root, a real path
     * @param name the doomed folder in it
     * @param entriesAtMost how many entries a passage through the gate may change
     */
    TreeDeleter(Path root, Path name, Item item, WriteGate gate, long entriesAtMost) {
        this.root = root;
        this.name = name;
        this.item = item;
        this.gate = gate;
        this.entriesAtMost = entriesAtMost;
    }

    /**
     * @return true once the folder is gone, false if the run is to stop before
     * @throws NotErased if something in it cannot be removed, after all else is
     */
    boolean delete() throws IOException {
        try (ExecutorService workers = Workers.start();
                OpenFolder parent = OpenFolder.root(root)) {
            while (!gate.stopping()) {
                if (!pass(parent, workers) && removed(parent)) {
                    return true;
                }
            }
            return false;
        } catch (NoSuchFileException gone) {
            return true;
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
    }

    /** Goes once through the doomed folder's listing; false if it was empty. */
    private boolean pass(OpenFolder parent, ExecutorService workers) throws IOException {
        Refusals refusals = new Refusals();
        long changes = 0;
        boolean any = false;
        try (OpenFolder doomed = parent.open(name)) {
            Iterator<Path> entries = doomed.entries();
            while (!gate.stopping() && entries.hasNext()) {
                any = true;
                Passage passage =
                        new Passage(
                                doomed,
                                entries,
                                pieces,
                                workers,
                                gate::stopping,
                                refusals,
                                entriesAtMost);
                gate.write(item, "up to " + entriesAtMost + " entries of " + name, passage::run);
                changes += passage.changes();
            }
        }
        if (changes == 0 && refusals.first().isPresent()) {
            throw new NotErased(sentence(refusals), refusals.first().get());
        }
        return any;
    }

    private String sentence(Refusals refusals) {
        Path folder = root.resolve(name);
        List<String> mounted = new MountPoints().within(folder);
        return refusals.sentence(folder)
                + (mounted.isEmpty()
                        ? ""
                        : " A file system is mounted on "
                                + Sentences.printable(mounted.getFirst())
                                + ": unmount it and resume.");
    }

    private boolean removed(OpenFolder parent) throws IOException {
        if (gate.stopping()) {
            return false;
        }
        AtomicBoolean gone = new AtomicBoolean();
        gate.write(
                item,
                "the empty folder " + name,
                () -> {
                    gone.set(emptyFolderRemoved(parent));
                    return 0;
                });
        return gone.get();
    }

    private boolean emptyFolderRemoved(OpenFolder parent) {
        try {
            parent.removeEmptyFolder(name);
            return true;
        } catch (DirectoryNotEmptyException refilled) {
            return false;
        } catch (NoSuchFileException gone) {
            return true;
        } catch (IOException failure) {
            throw Sentences.notErased(root.resolve(name), failure);
        }
    }
}
