package io.clearmltenants.journal;

import io.clearmltenants.json.PlainFile;
import io.clearmltenants.json.WholeFile;
import io.clearmltenants.tenant.IdKind;
import io.clearmltenants.tenant.KnownIds;
import io.clearmltenants.tenant.MergedIds;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Identifiers of the tenant's objects on disk, for each kind a file that is ascending and has each
 * once: later phases and a resumed run need them after their source is gone. Earlier versions added
 * at the end whatever was there already; such a file is read in order, too, and the next export
 * replaces it.
 */
public final class ExportedIds implements KnownIds {
    private static final int SHOWN = 100;

    private final RunFolder run;
    private final int atOnce;

    public ExportedIds(RunFolder run) {
        this(run, SortedIds.AT_ONCE);
    }

    ExportedIds(RunFolder run, int atOnce) {
        this.run = run;
        this.atOnce = atOnce;
    }

    /**
     * Adds what the source knows now. Each file is replaced as a whole, so that the source may read
     * from it meanwhile.
     *
     * @return how many are known by now
     */
    public long add(KnownIds source) {
        try {
            removeDrafts();
            long known = 0;
            for (IdKind kind : IdKind.values()) {
                known += add(kind, source);
            }
            return known;
        } catch (IOException failure) {
            throw unwritable(failure);
        } catch (UncheckedIOException failure) {
            throw unwritable(failure.getCause());
        }
    }

    @Override
    public Stream<String> stream(IdKind kind) {
        Path file = run.ids(kind);
        if (!Files.exists(file)) {
            return Stream.empty();
        }
        return isAscending(file) ? lines(file) : sorted(file);
    }

    private long add(IdKind kind, KnownIds source) {
        try (SortedIds added = new SortedIds(run.path(), atOnce)) {
            try (Stream<String> ids = source.stream(kind)) {
                ids.filter(id -> !id.isEmpty()).forEach(id -> added.add(writable(id)));
            }
            try (Stream<String> all = MergedIds.of(List.of(() -> stream(kind), added::stream))) {
                return write(all.iterator(), run.ids(kind));
            }
        }
    }

    private static long write(Iterator<String> ids, Path file) {
        long[] written = {0};
        WholeFile.write(
                file,
                unbuffered -> {
                    OutputStream output = new BufferedOutputStream(unbuffered);
                    while (ids.hasNext()) {
                        output.write((ids.next() + "\n").getBytes(StandardCharsets.UTF_8));
                        written[0]++;
                    }
                    output.flush();
                });
        return written[0];
    }

    private Stream<String> sorted(Path file) {
        SortedIds sorted = new SortedIds(run.path(), atOnce);
        try (Stream<String> lines = lines(file)) {
            lines.forEach(sorted::add);
            return sorted.stream().onClose(sorted::close);
        } catch (RuntimeException failure) {
            sorted.close();
            throw failure;
        }
    }

    private static boolean isAscending(Path file) {
        String[] last = {""};
        try (Stream<String> lines = lines(file)) {
            return lines.allMatch(
                    id -> {
                        boolean later = id.compareTo(last[0]) > 0;
                        last[0] = id;
                        return later;
                    });
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return IdLines.of(Files.newInputStream(PlainFile.checked(file)), file);
        } catch (IOException failure) {
            throw new JournalFailure(
                    "The identifiers in " + file + " cannot be read: " + failure.getMessage() + ".",
                    failure);
        }
    }

    /** A line break within an identifier would make two of it, and one could be somebody else's. */
    private static String writable(String id) {
        if (!IdLines.isWritable(id)) {
            throw new JournalFailure(
                    "An object of the tenant has the identifier '%s', which the journal cannot keep; give it another one, or erase it by hand."
                            .formatted(
                                    id.substring(0, Math.min(SHOWN, id.length()))
                                            .replaceAll("\\p{Cntrl}", "?")));
        }
        return id;
    }

    /** A process that was killed leaves them; this one holds the run now. */
    private void removeDrafts() throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(run.path(), ".ids-*.draft")) {
            for (Path draft : drafts) {
                Files.delete(draft);
            }
        }
    }

    private JournalFailure unwritable(IOException failure) {
        return new JournalFailure(
                "The identifiers cannot be written to %s (%s)."
                        .formatted(run.path(), failure.getMessage()),
                failure);
    }
}
