package io.clearmltenants.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;

/**
 * A folder held open, whose entries are changed relative to it by their plain names: whatever
 * happens to the path that led here, a change stays inside. No operation follows a link. Safe for
 * use by several threads.
 */
final class OpenFolder implements Closeable {
    private static final Set<PosixFilePermission> OWNER_MAY_ALL =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private final SecureDirectoryStream<Path> stream;
    private final boolean doomed;

    private OpenFolder(SecureDirectoryStream<Path> stream, boolean doomed) {
        this.stream = stream;
        this.doomed = doomed;
    }

    /** Opens the fileserver's root, a real path; its permissions stay as they are. */
    static OpenFolder root(Path root) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(root);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return new OpenFolder(secure, false);
        }
        stream.close();
        throw new FileSystemException(
                root.toString(), null, "this system cannot remove files relative to a folder");
    }

    /**
     * Opens a folder in this one that is to be emptied: if its owner may not write, he is allowed
     * to. Fails if the name means a link or a file.
     */
    OpenFolder open(Path name) throws IOException {
        return new OpenFolder(stream.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS), true);
    }

    /** The entries; to be asked for once. */
    Iterator<Path> entries() {
        return stream.iterator();
    }

    boolean isFolder(Path name) throws IOException {
        return stream.getFileAttributeView(
                        name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
    }

    /**
     * Removes a file, link or other thing that is not a folder. It is tried without asking first
     * what it is: nearly all entries are files, and the kernel never removes a folder this way.
     *
     * @return false if it is a folder, which stays
     */
    boolean removeFile(Path name) throws IOException {
        try {
            permitted(() -> stream.deleteFile(name));
            return true;
        } catch (FileSystemException refusal) {
            if (isFolder(name)) {
                return false;
            }
            throw refusal;
        }
    }

    void removeEmptyFolder(Path name) throws IOException {
        permitted(() -> stream.deleteDirectory(name));
    }

    /**
     * Renames an entry into another folder. The kernel refuses that for a mount point, also for one
     * on the same device.
     */
    void move(Path name, OpenFolder target, Path newName) throws IOException {
        try {
            permitted(() -> target.permitted(() -> stream.move(name, target.stream, newName)));
        } catch (AccessDeniedException denied) {
            if (!doomed) {
                throw denied;
            }
            // a folder that changes its parent must be writable itself; renamed in place first,
            // since that fails for a mount point, whose permissions are not ours to change
            stream.move(name, stream, newName);
            try (OpenFolder folder = open(newName)) {
                folder.letOwnerDoAll();
            }
            stream.move(newName, target.stream, newName);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private void permitted(Change change) throws IOException {
        try {
            change.make();
        } catch (AccessDeniedException denied) {
            if (!doomed) {
                throw denied;
            }
            letOwnerDoAll();
            change.make();
        }
    }

    private void letOwnerDoAll() throws IOException {
        PosixFileAttributeView view = stream.getFileAttributeView(PosixFileAttributeView.class);
        Set<PosixFilePermission> permissions = EnumSet.copyOf(OWNER_MAY_ALL);
        permissions.addAll(view.readAttributes().permissions());
        view.setPermissions(permissions);
    }

    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }
}
