package io.clearmltenants.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.json.SealedJson;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.IdKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of one run: what it was asked, its plan, its journal, the exported identifiers, its
 * report.
 *
 * @param path the folder, readable by its owner alone
 */
public record RunFolder(Path path, ObjectMapper json) {
    /** The outcome of a run that has left nothing, as its last line says it. */
    public static final String COMPLETE = "COMPLETE";

    private static final String PLAN = ", plan ";

    /** The run's name. */
    public RunName name() {
        return new RunName(path.getFileName().toString());
    }

    /** The plan that the run executes. */
    public Path plan() {
        return path.resolve("plan.json");
    }

    /** The run's proof, once it is finished. */
    public Path report() {
        return path.resolve("report.json");
    }

    /** The append-only record of every change. */
    public Path journalFile() {
        return path.resolve("journal.jsonl");
    }

    /** Identifiers of this kind, one a line. */
    Path ids(IdKind kind) {
        return path.resolve("ids-" + kind.name().toLowerCase(Locale.ROOT) + ".txt");
    }

    /**
     * Opens the journal to write on.
     *
     * @throws io.clearmltenants.phase.LeaseLost if another process has it open
     */
    public Journal openJournal() {
        return new Journal(journalFile(), json);
    }

    /** What the run was asked to do. */
    public RunRequest request() {
        return new SealedJson(json).read(requestFile(), RunRequest.class, RunRequest.SCHEMA);
    }

    void write(RunRequest request) {
        new SealedJson(json).write(request, requestFile());
    }

    /** What the journal's first line says: who began the run, and with which plan. */
    public static String beginning(String who, String planDigest) {
        return who + PLAN + planDigest;
    }

    /** True unless the journal says that the run began with another plan. */
    public boolean beganWith(String planDigest) {
        try (Stream<Entry> entries = entries()) {
            return entries.filter(entry -> entry.step() == Entry.Step.RUN_STARTED)
                    .allMatch(started -> started.text().endsWith(PLAN + planDigest));
        }
    }

    /** True once the run held the tenant; before that it has changed nothing. */
    public boolean begun() {
        try (Stream<Entry> entries = entries()) {
            return entries.findAny().isPresent();
        }
    }

    /**
     * True if the run came to its end, when it was last resumed too, and its report was written.
     */
    public boolean finished() {
        return outcome().isPresent();
    }

    /** True if the run is finished and has left nothing, so that it cannot be resumed. */
    public boolean complete() {
        return outcome().filter(COMPLETE::equals).isPresent();
    }

    /** Takes away the report of an earlier end: a run that is resumed is not finished. */
    public void discardReport() {
        try {
            Files.deleteIfExists(report());
        } catch (IOException failure) {
            throw new JournalFailure(
                    "The report %s of the run's earlier end cannot be removed (%s)."
                            .formatted(report(), failure.getMessage()),
                    failure);
        }
    }

    private Optional<String> outcome() {
        try (Stream<Entry> entries = entries()) {
            return entries.reduce((_, later) -> later)
                    .filter(last -> last.step() == Entry.Step.RUN_FINISHED)
                    .filter(_ -> Files.exists(report()))
                    .map(Entry::text);
        }
    }

    /** How many units each phase has erased so far, all attempts together. */
    public Map<PhaseName, Long> erased() {
        Map<PhaseName, Long> erased = new EnumMap<>(PhaseName.class);
        try (Stream<Entry> entries = entries()) {
            entries.filter(entry -> entry.step() == Entry.Step.CHUNK_DONE)
                    .forEach(entry -> erased.merge(entry.phase(), entry.units(), Long::sum));
        }
        return erased;
    }

    /** What the sweeps found, all attempts together. */
    public List<Entry> swept() {
        try (Stream<Entry> entries = entries()) {
            return entries.filter(entry -> entry.step() == Entry.Step.FOUND_BY_SWEEP).toList();
        }
    }

    /**
     * The phases with a chunk that was begun and of which nobody knows how many units it erased:
     * the program was killed, or the server's answer was lost.
     */
    public Set<PhaseName> uncounted() {
        Map<PhaseName, Long> open = new EnumMap<>(PhaseName.class);
        try (Stream<Entry> entries = entries()) {
            entries.forEach(
                    entry -> {
                        switch (entry.step()) {
                            case CHUNK_STARTED -> open.merge(entry.phase(), 1L, Long::sum);
                            case CHUNK_DONE -> open.merge(entry.phase(), -1L, Long::sum);
                            case RUN_STARTED,
                                    RUN_RESUMED,
                                    IDS_EXPORTED,
                                    ITEM_FAILED,
                                    FOUND_BY_SWEEP,
                                    PHASE_DONE,
                                    VERIFIED,
                                    INTERRUPTED,
                                    RUN_FINISHED -> {}
                        }
                    });
        }
        open.values().removeIf(chunks -> chunks == 0);
        return open.keySet();
    }

    /** The journal's lines; a last line that a crash cut short is left out. */
    public Stream<Entry> entries() {
        return JournalLines.of(journalFile(), json);
    }

    private Path requestFile() {
        return path.resolve("run.json");
    }
}
