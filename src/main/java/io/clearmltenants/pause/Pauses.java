package io.clearmltenants.pause;

import io.clearmltenants.connect.Connections;
import io.clearmltenants.connect.Writer;
import io.clearmltenants.journal.Journal;
import io.clearmltenants.journal.JournalFailure;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.journal.Runs;
import io.clearmltenants.json.DamagedFile;
import io.clearmltenants.json.SealedJson;
import io.clearmltenants.report.Event;
import io.clearmltenants.report.EventSink;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Pauses of what could write for a tenant, one for each run. */
@ApplicationScoped
public class Pauses {
    private final Connections connections;
    private final SealedJson json;

    Pauses(Connections connections, SealedJson json) {
        this.connections = connections;
        this.json = json;
    }

    /**
     * Says what would have to stop, where that is what the user wants to know, or has named
     * wrongly.
     *
     * @throws UnnamedWriters where it cannot be told what is to be stopped
     */
    public void check(Optional<Set<String>> names) {
        names.ifPresent(this::named);
    }

    /** Does some work while they are stopped; none is where nobody asked for it. */
    public void during(
            Optional<Set<String>> names,
            RunFolder run,
            Journal journal,
            EventSink events,
            Runnable work) {
        try (Pause pause = new Pause(connections, json, run, journal, events)) {
            names.map(this::named).ifPresent(pause::stop);
            work.run();
        }
    }

    /** Starts what runs have stopped that were killed before they could start it again. */
    public void startAbandoned(Runs runs, EventSink events) {
        for (RunFolder run : runs.all()) {
            if (Files.exists(run.stoppedWriters())) {
                startAbandoned(run, events);
            }
        }
    }

    /** What is damaged is named, and does not keep another tenant from being deleted. */
    private void startAbandoned(RunFolder run, EventSink events) {
        try {
            run.openAbandonedJournal().ifPresent(journal -> startAbandoned(run, journal, events));
        } catch (DamagedFile | JournalFailure damaged) {
            events.accept(
                    new Event.Notice(
                            "Run %s had stopped parts of the installation, and nobody knows which: %s"
                                    .formatted(run.name(), damaged.getMessage())));
        }
    }

    private void startAbandoned(RunFolder run, Journal journal, EventSink events) {
        try (journal) {
            List<Writer> left = new Pause(connections, json, run, journal, events).start();
            left.forEach(
                    writer ->
                            events.accept(
                                    new Event.Notice(
                                            "Run %s has stopped %s at %s, and it cannot be started from here."
                                                    .formatted(
                                                            run.name(),
                                                            writer.label(),
                                                            writer.place()))));
        }
    }

    /** Those that are meant, in the order in which they are best stopped. */
    private List<Writer> named(Set<String> names) {
        List<Writer> running =
                connections.reach().writers().orElseThrow(Pauses::outOfReach).running();
        Set<String> known = running.stream().map(Writer::name).collect(Collectors.toSet());
        if (names.isEmpty() || !known.containsAll(names)) {
            throw new UnnamedWriters(sentence(names, running));
        }
        return running.stream().filter(writer -> names.contains(writer.name())).toList();
    }

    private static UnnamedWriters outOfReach() {
        return new UnnamedWriters(
                "What could write for the tenant cannot be stopped from here; stop the API server, async_delete"
                        + " and the agents yourself, or name the installation with --site.");
    }

    private static String sentence(Set<String> names, List<Writer> running) {
        String list =
                running.stream()
                        .map(writer -> writer.name() + " (" + writer.label() + ")")
                        .collect(Collectors.joining(", "));
        String all = running.stream().map(Writer::name).distinct().collect(Collectors.joining(","));
        return ("%s What could write for this tenant works for all the others too, and they would have to do without: %s."
                        + " To stop that while this run erases, say --pause-writers=%s or a part of it; it is started again in every case.")
                .formatted(
                        names.isEmpty()
                                ? "Nothing can be paused for one tenant alone."
                                : "Not all of '" + String.join(",", names) + "' run here.",
                        list,
                        all);
    }
}
