package io.clearmltenants.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts what is below a folder, without following a link or entering another device. The levels on
 * the way down stay open, so that their listings continue where they were left; between the
 * outermost and the innermost of them they are parked, since a tree may be deeper than a process
 * may have files open.
 */
final class TreeWalk implements Closeable, Level.Visitor {
    private static final int OUTERMOST = 32;
    private static final int INNERMOST = 32;
    private static final long UNKNOWN_SIZE = -1;

    private final List<Level> levels = new ArrayList<>();
    private final TallyDigest digest = new TallyDigest();
    private long files;
    private long bytes;
    private long closed;

    private TreeWalk() {}

    /** What is below a folder: given by its real parent and its name. */
    static Tally tally(Path root, Path name) throws IOException {
        try (TreeWalk walk = new TreeWalk();
                DirectoryStream<Path> parent = Files.newDirectoryStream(root)) {
            if (!(parent instanceof SecureDirectoryStream<Path> secure)) {
                throw new FileSystemException(
                        root.toString(), null, "this system cannot list relative to a folder");
            }
            walk.enter(secure, name);
            return walk.toTheEnd();
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
    }

    private void enter(SecureDirectoryStream<Path> parent, Path name) throws IOException {
        try {
            levels.add(
                    new Level(
                            parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS),
                            new byte[0]));
        } catch (AccessDeniedException denied) {
            closed++;
        }
    }

    @Override
    public void close() throws IOException {
        for (Level level : levels) {
            level.close();
        }
    }

    private Tally toTheEnd() throws IOException {
        while (!levels.isEmpty()) {
            Level level = levels.getLast();
            Optional<Path> folder = level.nextFolder(this);
            if (folder.isPresent()) {
                descend(level, folder.get());
            } else {
                ascend();
            }
        }
        return new Tally(files, bytes, closed, digest.text());
    }

    private void descend(Level parent, Path name) throws IOException {
        try {
            levels.add(new Level(parent.open(name), digest.folder(parent.hash(), name)));
        } catch (NoSuchFileException | NotDirectoryException gone) {
            // removed or replaced since it was listed
            return;
        } catch (AccessDeniedException denied) {
            closed(parent, name);
            return;
        }
        int middle = levels.size() - 1 - INNERMOST;
        if (middle >= OUTERMOST) {
            levels.get(middle).park(this);
        }
    }

    private void ascend() throws IOException {
        try (Level child = levels.removeLast()) {
            if (!levels.isEmpty()) {
                levels.getLast().reopen(child);
            }
        }
    }

    @Override
    public void closed(Level folder, Path name) {
        closed++;
        digest.add(folder.hash(), name, UNKNOWN_SIZE);
    }

    @Override
    public void file(Level folder, Path name, long size) {
        files++;
        bytes += size;
        digest.add(folder.hash(), name, size);
    }
}
