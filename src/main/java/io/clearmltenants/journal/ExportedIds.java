package io.clearmltenants.journal;

import io.clearmltenants.tenant.IdKind;
import io.clearmltenants.tenant.KnownIds;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Identifiers of the tenant's objects on disk: later phases and a resumed run need them after their
 * source is gone.
 */
public final class ExportedIds implements KnownIds {
    private final RunFolder run;

    public ExportedIds(RunFolder run) {
        this.run = run;
    }

    /**
     * Adds what the source knows now; an identifier may stand there twice.
     *
     * @return how many were added
     */
    public long add(KnownIds source) {
        long added = 0;
        for (IdKind kind : IdKind.values()) {
            try (Stream<String> ids = source.stream(kind)) {
                added += append(run.ids(kind), ids.iterator());
            } catch (IOException | UncheckedIOException failure) {
                throw new JournalFailure(
                        "The identifiers cannot be written to "
                                + run.path()
                                + ": "
                                + failure.getMessage()
                                + ".",
                        failure);
            }
        }
        return added;
    }

    @Override
    public Stream<String> stream(IdKind kind) {
        return TextLines.of(run.ids(kind));
    }

    private static long append(Path file, Iterator<String> ids) throws IOException {
        long added = 0;
        try (FileChannel channel = OwnerOnly.append(file);
                BufferedWriter writer =
                        new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
            TornLine.cutOff(file);
            while (ids.hasNext()) {
                writer.write(ids.next());
                writer.write('\n');
                added++;
            }
            writer.flush();
            channel.force(true);
        }
        return added;
    }
}
