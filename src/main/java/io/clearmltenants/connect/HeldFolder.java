package io.clearmltenants.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A temporary folder, readable by its owner alone, that is locked for as long as its process lives:
 * so whatever names it can be told to be in use, or to be what a killed process left behind.
 */
public final class HeldFolder implements AutoCloseable {
    private static final String PREFIX = "clearml-tenants-";
    private static final String LOCK = ".held";

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    private final Path path;
    private final FileChannel lock;

    private HeldFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** A new one. */
    public static HeldFolder create() {
        try {
            Path path = Files.createTempDirectory(PREFIX);
            FileChannel lock =
                    FileChannel.open(
                            path.resolve(LOCK),
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.WRITE);
            lock.lock();
            return new HeldFolder(path, lock);
        } catch (IOException failure) {
            throw new ConnectFailure(
                    "No folder can be made for temporary files (%s); see that %s can be written."
                            .formatted(failure.getMessage(), System.getProperty("java.io.tmpdir")),
                    failure);
        }
    }

    /** What is written into a new folder. */
    @FunctionalInterface
    public interface Content {
        void write(Path folder) throws IOException;
    }

    /** A new one with this content; none if that cannot be written. */
    public static HeldFolder filled(Content content) throws IOException {
        HeldFolder folder = create();
        try {
            content.write(folder.path());
            return folder;
        } catch (IOException | RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    /** Removes the folders of this user's processes that were killed. */
    public static void removeAbandoned() {
        Path all = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.isRegularFile(folder.resolve(LOCK), LinkOption.NOFOLLOW_LINKS)
                        && ours(folder)
                        && abandoned(folder)) {
                    remove(folder);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Everybody may make a folder of such a name there: ours is no link, belongs to this process's
     * user, and has never been open to others.
     */
    private static boolean ours(Path folder) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return attributes.isDirectory()
                && attributes.permissions().equals(OWNER_ONLY)
                && attributes.owner().equals(Files.getOwner(Path.of("/proc/self")));
    }

    /** True if no process holds this folder, whether it is still there or not. */
    public static boolean abandoned(Path folder) {
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            remove(path);
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path directory, IOException failure)
                            throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
