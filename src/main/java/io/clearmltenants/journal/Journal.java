package io.clearmltenants.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.phase.Item;
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
    private final Object forcing = new Object();
    private long lines;
    private long forced;

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

    /** A line about what a sweep found. */
    public void foundBySweep(Item found) {
        write(
                Entry.Step.FOUND_BY_SWEEP,
                found.phase(),
                found.locator(),
                found.amount().count(),
                found.amount().unit());
    }

    private void append(Entry entry) {
        try {
            force(written(json.writeValueAsString(entry) + "\n"));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failure) {
            throw broken(failure);
        }
    }

    /** How many lines there are with this one. */
    private synchronized long written(String text) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
        return ++lines;
    }

    private synchronized long lines() {
        return lines;
    }

    /** One forcing does for all lines that were written before it, whoever wrote them. */
    private void force(long line) throws IOException {
        synchronized (forcing) {
            if (forced < line) {
                long all = lines();
                channel.force(false);
                forced = all;
            }
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
