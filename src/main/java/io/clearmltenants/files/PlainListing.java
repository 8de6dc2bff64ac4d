package io.clearmltenants.files;

import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.TenantId;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lists the fileserver's folder by plain paths, while the phase works below open folders, and tells
 * of everything with a name of the tenant's, be it a folder, a link or a file.
 */
record PlainListing(Path root, TenantId id) {

    List<Leftover> leftovers() {
        TenantFolders folders = new TenantFolders(root, id);
        File[] entries = root.toFile().listFiles();
        if (entries == null) {
            throw Sentences.failure(
                    "The fileserver's folder", root, new IOException("it cannot be listed"));
        }
        return Arrays.stream(entries)
                .filter(entry -> folders.covers(entry.getName()))
                .sorted()
                .map(entry -> new Leftover(PhaseName.FILES, entry.getPath(), count(entry)))
                .toList();
    }

    /** How many files; at least one, since an empty folder is left as well. */
    private static long count(File entry) {
        AtomicLong files = new AtomicLong();
        try {
            Files.walkFileTree(entry.toPath(), new Counter(files));
        } catch (IOException failure) {
            throw Sentences.failure("The tenant's folder", entry.toPath(), failure);
        }
        return Math.max(1, files.get());
    }

    /** What cannot be entered (too deep for a path, no permission) counts as one. */
    private static final class Counter extends SimpleFileVisitor<Path> {
        private final AtomicLong files;

        Counter(AtomicLong files) {
            this.files = files;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.incrementAndGet();
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            files.incrementAndGet();
            return FileVisitResult.CONTINUE;
        }
    }
}
