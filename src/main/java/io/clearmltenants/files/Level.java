package io.clearmltenants.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;

/**
 * A folder on the way from a tree's top down to where a walk is. It is open, or parked: then it
 * only remembers the folders that it still has to enter.
 */
final class Level implements Closeable {
    private static final Path PARENT = Path.of("..");

    private final byte[] hash;
    private final BasicFileAttributes attributes;
    private final Queue<Path> rest = new ArrayDeque<>();
    private SecureDirectoryStream<Path> stream;
    private final Iterator<Path> entries;
    private boolean parked;

    Level(SecureDirectoryStream<Path> stream, byte[] hash) throws IOException {
        this.stream = stream;
        this.hash = hash;
        this.attributes = attributes(stream);
        this.entries = stream.iterator();
    }

    byte[] hash() {
        return hash;
    }

    /** The next folder to enter; the files before it in the listing go to the visitor. */
    Optional<Path> nextFolder(Visitor visitor) throws IOException {
        while (rest.isEmpty() && entries.hasNext()) {
            look(entries.next().getFileName(), visitor);
        }
        return Optional.ofNullable(rest.poll());
    }

    SecureDirectoryStream<Path> open(Path name) throws IOException {
        return stream.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
    }

    /** Lists what is left, remembers the folders in it, and closes. */
    void park(Visitor visitor) throws IOException {
        while (entries.hasNext()) {
            look(entries.next().getFileName(), visitor);
        }
        stream.close();
        parked = true;
    }

    /** Opens the folder again if it is parked, as the parent of one in it. */
    void reopen(Level child) throws IOException {
        if (!parked) {
            return;
        }
        SecureDirectoryStream<Path> parent = child.open(PARENT);
        if (!attributes(parent).fileKey().equals(attributes.fileKey())) {
            parent.close();
            throw new IOException("a folder was moved while it was looked at; try again");
        }
        stream = parent;
        parked = false;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private void look(Path name, Visitor visitor) throws IOException {
        try {
            BasicFileAttributes found =
                    stream.getFileAttributeView(
                                    name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                            .readAttributes();
            if (!found.isDirectory()) {
                visitor.file(this, name, found.size());
            } else if (device(found).equals(device(attributes))) {
                rest.add(name);
            }
        } catch (NoSuchFileException gone) {
            // removed since it was listed: as if it had never been there
            return;
        } catch (AccessDeniedException denied) {
            visitor.closed(this, name);
        }
    }

    private static BasicFileAttributes attributes(SecureDirectoryStream<Path> stream)
            throws IOException {
        return stream.getFileAttributeView(BasicFileAttributeView.class).readAttributes();
    }

    /** The device in a file key, "(dev=fd01,ino=1234)": no other way leads there without a path. */
    private static String device(BasicFileAttributes attributes) {
        String key = attributes.fileKey().toString();
        return key.substring(0, key.indexOf(','));
    }

    /** Takes each file that a level finds. */
    interface Visitor {
        void file(Level folder, Path name, long size);

        /** Takes what may not be looked at. */
        void closed(Level folder, Path name);
    }
}
