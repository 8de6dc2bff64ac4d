package io.clearmltenants.journal;

import io.clearmltenants.tenant.MergedIds;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Sorts more identifiers than memory holds: every so many are sorted and written to a scratch file,
 * and these runs are merged at the end.
 */
final class SortedIds implements AutoCloseable {
    /** Some megabytes. */
    static final int AT_ONCE = 50_000;

    private final Path folder;
    private final int atOnce;
    private final List<String> pending = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private FileChannel scratch;

    /** A sorted part of the scratch file. */
    private record Run(long start, long end) {}

    /**
     * @param folder where the scratch file is; it has no name there, so that a killed process
     *     leaves none
     * @param atOnce how many identifiers are held in memory
     */
    SortedIds(Path folder, int atOnce) {
        this.folder = folder;
        this.atOnce = atOnce;
    }

    /**
     * @throws UncheckedIOException if the scratch file cannot be written
     */
    void add(String id) {
        pending.add(id);
        if (pending.size() == atOnce) {
            try {
                writeRun();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** All of them, ascending, each once. */
    Stream<String> stream() {
        List<Supplier<Stream<String>>> sorted = new ArrayList<>();
        runs.forEach(run -> sorted.add(() -> IdLines.of(new RunInput(run), folder)));
        pending.sort(null);
        sorted.add(pending::stream);
        return MergedIds.of(sorted);
    }

    @Override
    public void close() {
        try {
            if (scratch != null) {
                scratch.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void writeRun() throws IOException {
        if (scratch == null) {
            scratch = OwnerOnly.nameless(folder);
        }
        pending.sort(null);
        long start = scratch.position();
        OutputStream output = new BufferedOutputStream(Channels.newOutputStream(scratch));
        String last = "";
        for (String id : pending) {
            if (!id.equals(last)) {
                output.write((id + "\n").getBytes(StandardCharsets.UTF_8));
                last = id;
            }
        }
        output.flush();
        runs.add(new Run(start, scratch.position()));
        pending.clear();
    }

    /** Reads one run; the scratch file stays open. */
    private final class RunInput extends InputStream {
        private final Run run;
        private long position;

        RunInput(Run run) {
            this.run = run;
            this.position = run.start();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (position == run.end()) {
                return -1;
            }
            int most = (int) Math.min(length, run.end() - position);
            int read = scratch.read(ByteBuffer.wrap(target, offset, most), position);
            position += read;
            return read;
        }
    }
}
