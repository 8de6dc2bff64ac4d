package io.clearmltenants.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Files and folders that their owner alone may read, whatever the process's umask says. */
final class OwnerOnly {
    private OwnerOnly() {}

    /** Opens a file to write at its end; makes it if it is missing. */
    static FileChannel append(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Opens a file to write and read that has no name any more: it goes with its process. */
    static FileChannel nameless(Path folder) throws IOException {
        Path file = folder.resolve("." + UUID.randomUUID() + ".scratch");
        FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.delete(file);
        return channel;
    }

    /** Makes a folder that is not there yet. */
    static Path folder(Path folder) throws IOException {
        return Files.createDirectory(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Makes a folder and those above it, if they are missing. */
    static Path folders(Path folder) throws IOException {
        return Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
