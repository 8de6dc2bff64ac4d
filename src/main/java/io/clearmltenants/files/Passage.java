package io.clearmltenants.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * A bounded step in emptying the doomed folder: files go, a folder in it is emptied by a task of
 * its own, and a folder in such a folder is moved up into the doomed folder, as a piece for later.
 * So nothing is ever deeper than two levels below it, and no list of what is to be done is kept:
 * the doomed folder is that list. May run again after a failure: what is gone is gone.
 */
final class Passage {
    private final OpenFolder doomed;
    private final Iterator<Path> entries;
    private final PieceNames pieces;
    private final ExecutorService workers;
    private final BooleanSupplier stopping;
    private final Refusals refusals;
    private final long entriesAtMost;
    private final AtomicLong budget = new AtomicLong();
    private final AtomicLong files = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();

    Passage(
            OpenFolder doomed,
            Iterator<Path> entries,
            PieceNames pieces,
            ExecutorService workers,
            BooleanSupplier stopping,
            Refusals refusals,
            long entriesAtMost) {
        this.doomed = doomed;
        this.entries = entries;
        this.pieces = pieces;
        this.workers = workers;
        this.stopping = stopping;
        this.refusals = refusals;
        this.entriesAtMost = entriesAtMost;
    }

    /** Makes the step and waits for its tasks; answers how many files it removed. */
    long run() {
        budget.set(entriesAtMost);
        List<Future<?>> tasks = new ArrayList<>();
        try {
            while (mayGoOn() && entries.hasNext()) {
                piece(entries.next().getFileName())
                        .ifPresent(piece -> tasks.add(workers.submit(() -> empty(piece))));
            }
        } finally {
            // a task must not outlive its passage: nothing changes outside the gate
            Workers.await(tasks);
        }
        return files.get();
    }

    /** How many entries were removed or moved; none means that there is no use in continuing. */
    long changes() {
        return changes.get();
    }

    private boolean mayGoOn() {
        return budget.get() > 0 && !stopping.getAsBoolean();
    }

    /** The piece to empty for an entry of the doomed folder; none if it was a file. */
    private Optional<Path> piece(Path entry) {
        if (pieces.isPiece(entry)) {
            return Optional.of(entry);
        }
        Path piece = pieces.next();
        return remove(doomed, entry, piece) ? Optional.of(piece) : Optional.empty();
    }

    private void empty(Path piece) {
        try {
            if (emptied(piece)) {
                doomed.removeEmptyFolder(piece);
                changed();
            }
        } catch (DirectoryNotEmptyException stillHolds) {
            // what it holds was refused, or came meanwhile: the next listing has the piece again
            budget.decrementAndGet();
        } catch (NoSuchFileException gone) {
            changed();
        } catch (IOException failure) {
            replaced(piece, failure);
        }
    }

    /** What cannot be opened as a folder may have become a link or a file meanwhile. */
    private void replaced(Path piece, IOException failure) {
        try {
            if (doomed.removeFile(piece)) {
                files.incrementAndGet();
                changed();
            } else {
                refused(piece, failure);
            }
        } catch (NoSuchFileException gone) {
            changed();
        } catch (IOException refusal) {
            refused(piece, refusal);
        }
    }

    private boolean emptied(Path piece) throws IOException {
        try (OpenFolder folder = doomed.open(piece)) {
            Iterator<Path> inside = folder.entries();
            while (inside.hasNext()) {
                if (!mayGoOn()) {
                    return false;
                }
                remove(folder, inside.next().getFileName(), pieces.next());
            }
            return true;
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
    }

    /** Removes a file, or moves a folder up under a new name; true if it moved one. */
    private boolean remove(OpenFolder folder, Path name, Path piece) {
        try {
            boolean moved = !folder.removeFile(name);
            if (moved) {
                folder.move(name, doomed, piece);
            } else {
                files.incrementAndGet();
            }
            changed();
            return moved;
        } catch (NoSuchFileException gone) {
            changed();
            return false;
        } catch (IOException failure) {
            refused(name, failure);
            return false;
        }
    }

    private void changed() {
        budget.decrementAndGet();
        changes.incrementAndGet();
    }

    private void refused(Path name, IOException failure) {
        budget.decrementAndGet();
        refusals.add(name, failure);
    }
}
