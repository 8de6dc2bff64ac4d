package io.clearmltenants.pause;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.Connections;
import io.clearmltenants.connect.Writer;
import io.clearmltenants.connect.Writers;
import io.clearmltenants.journal.Entry;
import io.clearmltenants.journal.Journal;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.json.SealedJson;
import io.clearmltenants.report.Event;
import io.clearmltenants.report.EventSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The time for which a run has writers stopped. What is stopped stands in the run's folder, so that
 * a later run can start it where this one is killed.
 */
final class Pause implements AutoCloseable {
    private final Connections connections;
    private final SealedJson json;
    private final RunFolder run;
    private final Journal journal;
    private final EventSink events;

    Pause(
            Connections connections,
            SealedJson json,
            RunFolder run,
            Journal journal,
            EventSink events) {
        this.connections = connections;
        this.json = json;
        this.run = run;
        this.journal = journal;
        this.events = events;
    }

    /** Stops these; where one of them fails, whoever closes this starts them all. */
    void stop(List<Writer> writers) {
        json.write(new StoppedWriters(StoppedWriters.SCHEMA, writers), run.stoppedWriters());
        journal.write(Entry.Step.WRITERS_STOPPED, names(writers));
        for (Writer writer : writers) {
            events.accept(new Event.Notice("Stopping " + writer.label()));
            writers().orElseThrow().stop(writer);
        }
    }

    /**
     * Starts all that was stopped, the last one first.
     *
     * @throws ConnectFailure where one cannot be started; the next run tries it again
     */
    @Override
    public void close() {
        List<Writer> left = start();
        if (!left.isEmpty()) {
            throw new ConnectFailure(
                    "Not started again: %s; start it yourself, or run the next deletion, which tries again."
                            .formatted(names(left)));
        }
    }

    /** Starts what was stopped, and forgets it; gives what could not be started. */
    List<Writer> start() {
        if (!Files.exists(run.stoppedWriters())) {
            return List.of();
        }
        List<Writer> stopped =
                json.read(run.stoppedWriters(), StoppedWriters.class, StoppedWriters.SCHEMA)
                        .writers();
        List<Writer> left = stopped.reversed().stream().filter(writer -> !started(writer)).toList();
        if (left.isEmpty()) {
            journal.write(Entry.Step.WRITERS_STARTED, names(stopped));
            forget();
        }
        return left;
    }

    private void forget() {
        try {
            Files.delete(run.stoppedWriters());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One that does not start must not keep the others from it. */
    private boolean started(Writer writer) {
        try {
            boolean started = writers().map(all -> all.start(writer)).orElse(false);
            if (started) {
                events.accept(new Event.Notice("Started again: " + writer.label()));
            }
            return started;
        } catch (ConnectFailure failure) {
            events.accept(new Event.Notice(failure.getMessage()));
            return false;
        }
    }

    private Optional<Writers> writers() {
        return connections.reach().writers();
    }

    private static String names(List<Writer> writers) {
        return writers.stream().map(Writer::label).collect(Collectors.joining(", "));
    }
}
