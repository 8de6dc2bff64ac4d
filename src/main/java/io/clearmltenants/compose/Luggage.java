package io.clearmltenants.compose;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * What an errand takes along, as a tar archive for a container's root folder.
 *
 * @param contents files and folders of this host, by their place in the container
 * @param executable the one among the places whose file can be run
 * @param folders places that are to be empty folders
 * @param user who is to own it all: the number of the container's user
 */
record Luggage(Map<Path, Path> contents, Path executable, Iterable<Path> folders, int user) {
    private static final int FOLDER = 040700;
    private static final int PROGRAM = 0100700;
    private static final int PLAIN = 0100600;

    void write(OutputStream output) throws IOException {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(output, "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        for (Path folder : folders) {
            put(tar, folder);
        }
        for (Map.Entry<Path, Path> item : contents.entrySet()) {
            putAll(tar, item.getKey(), item.getValue());
        }
        tar.finish();
        tar.flush();
    }

    private void putAll(TarArchiveOutputStream tar, Path place, Path source) throws IOException {
        // What the user names may be a link.
        Path real = source.toRealPath();
        Files.walkFileTree(
                real,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        put(tar, place.resolve(real.relativize(folder)));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (attributes.isRegularFile()) {
                            put(tar, place.resolve(real.relativize(file)), file, attributes);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private void put(TarArchiveOutputStream tar, Path folder) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(relative(folder) + "/");
        entry.setMode(FOLDER);
        entry.setIds(user, user);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private void put(
            TarArchiveOutputStream tar, Path place, Path file, BasicFileAttributes attributes)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(relative(place));
        entry.setMode(place.equals(executable) ? PROGRAM : PLAIN);
        entry.setIds(user, user);
        entry.setSize(attributes.size());
        entry.setLastModifiedTime(attributes.lastModifiedTime());
        tar.putArchiveEntry(entry);
        Files.copy(file, tar);
        tar.closeArchiveEntry();
    }

    private static String relative(Path place) {
        return Path.of("/").relativize(place).toString();
    }
}
