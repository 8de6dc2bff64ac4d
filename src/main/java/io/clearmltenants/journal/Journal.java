package io.clearmltenants.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.phase.PhaseName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Writes one run's journal: lines are appended and forced to the disk before the next step is
 * taken. One process at a time can have it open.
 */
public final class Journal implements AutoCloseable {
    private final Path file;
    private final RunLock lock;
    private final FileChannel channel;
    private final ObjectMapper json;

    Journal(Path file, ObjectMapper json) {
        this.file = file;
        this.json = json;
        try {
            lock = new RunLock(file.resolveSibling("lock"));
            channel = OwnerOnly.append(file);
            TornLine.cutOff(file);
        } catch (IOException failure) {
            throw broken(failure);
        }
    }

    /** A line about the run as a whole. */
    public void write(Entry.Step step, String text) {
        append(Entry.ofRun(step, text));
    }

    /** A line about one item. */
    public void write(Entry.Step step, PhaseName phase, String item, long units, String text) {
        append(new Entry(Instant.now(), step, phase, item, units, text));
    }

    private synchronized void append(Entry entry) {
        try {
            ByteBuffer line =
                    ByteBuffer.wrap(
                            (json.writeValueAsString(entry) + "\n")
                                    .getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failure) {
            throw broken(failure);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            lock.close();
        } catch (IOException failure) {
            throw broken(failure);
        }
    }

    private JournalFailure broken(IOException failure) {
        return new JournalFailure(
                "The journal "
                        + file
                        + " cannot be written ("
                        + failure.getMessage()
                        + "); nothing is erased without it.",
                failure);
    }
}
