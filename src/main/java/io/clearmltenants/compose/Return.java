package io.clearmltenants.compose;

import io.clearmltenants.docker.Container;
import io.clearmltenants.docker.OwnContainer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Fetches what a command wrote in a container of ours. */
record Return(OwnContainer container) {
    /** Who holds a run on this host holds this file of it, which must stay the same. */
    private static final String LOCK = "lock";

    /**
     * Fetches files that were written there into a folder here; what was only brought stays as it
     * is here.
     */
    void folder(Path there, Path here) {
        Instant since =
                container
                        .look()
                        .map(Container::created)
                        .map(made -> made.truncatedTo(ChronoUnit.SECONDS))
                        .orElse(Instant.EPOCH);
        container.read(there.toString(), tar -> unpack(tar, here, since));
    }

    /** Fetches one file; false if it was not written. */
    boolean file(Path there, Path here) {
        return container.read(
                there.toString(),
                tar -> {
                    TarArchiveInputStream entries = new TarArchiveInputStream(tar);
                    if (entries.getNextEntry() != null) {
                        write(entries, here.toAbsolutePath());
                    }
                });
    }

    private static void unpack(InputStream tar, Path here, Instant since) throws IOException {
        TarArchiveInputStream entries = new TarArchiveInputStream(tar);
        for (TarArchiveEntry entry = entries.getNextEntry();
                entry != null;
                entry = entries.getNextEntry()) {
            Path name = Path.of(entry.getName()).normalize();
            if (name.isAbsolute() || name.startsWith("..")) {
                throw new IOException("The archive leads out of its folder: " + name);
            }
            if (entry.isFile() && !entry.getLastModifiedTime().toInstant().isBefore(since)) {
                keep(entries, here.resolve(name.subpath(1, name.getNameCount())));
            }
        }
    }

    private static void keep(InputStream content, Path file) throws IOException {
        if (file.getFileName().toString().equals(LOCK)) {
            return;
        }
        Files.createDirectories(
                file.getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        write(content, file);
    }

    /** Whole or not at all, readable by its owner alone, as temporary files are. */
    private static void write(InputStream content, Path file) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".draft");
        try {
            Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
