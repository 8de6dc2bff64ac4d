package io.clearmltenants.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.IdKind;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedRunTest {
    private static final TenantId TENANT = new TenantId("c0ffee");

    @TempDir Path state;
    private Runs runs;

    @BeforeEach
    void open() {
        runs = new Runs(state, JsonMapping.objectMapper());
    }

    @Test
    void aLineThatACrashCutShortDoesNotSpoilTheNextOne() throws IOException {
        RunFolder run = run("20260101T000000Z-c0ffee-1");
        write(run, Entry.Step.RUN_STARTED);
        tear(run.journalFile(), "{\"time\":\"2026-01-01T00:00:00Z\",\"text\":\"{half}");

        write(run, Entry.Step.RUN_RESUMED);

        assertThat(run.entries().map(Entry::step))
                .containsExactly(Entry.Step.RUN_STARTED, Entry.Step.RUN_RESUMED);
    }

    @Test
    void anIdentifierThatACrashCutShortIsNotTakenForOne() throws IOException {
        RunFolder run = run("20260101T000000Z-c0ffee-1");
        ExportedIds ids = new ExportedIds(run);
        ids.add(kind -> Stream.of("0a0b"));
        tear(run.ids(IdKind.TASK), "0");

        ids.add(kind -> Stream.of("0c0d"));

        assertThat(ids.stream(IdKind.TASK)).containsExactly("0a0b", "0c0d");
    }

    @Test
    void theRunToGoOnWithIsTheNewestThatBeganAndDidNotFinish() {
        write(run("20260101T000000Z-c0ffee-1"), Entry.Step.RUN_STARTED);
        write(run("20260102T000000Z-c0ffee-2"), Entry.Step.RUN_STARTED);
        write(run("20260103T000000Z-c0ffee-3"), Entry.Step.RUN_FINISHED);
        run("20260104T000000Z-c0ffee-refused");

        assertThat(runs.unfinished(Optional.of(TENANT)))
                .map(run -> run.name().value())
                .contains("20260102T000000Z-c0ffee-2");
    }

    @Test
    void aChunkThatWasBegunAndNotEndedIsCountedByNobody() {
        RunFolder run = run("20260101T000000Z-c0ffee-1");
        try (Journal journal = run.openJournal()) {
            journal.write(Entry.Step.CHUNK_STARTED, PhaseName.QUEUES, "queue", 0, "1 document");
            journal.write(Entry.Step.CHUNK_DONE, PhaseName.QUEUES, "queue", 1, "1 document");
            journal.write(Entry.Step.CHUNK_STARTED, PhaseName.DOCUMENTS, "task", 0, "2 documents");
        }

        assertThat(run.uncounted()).containsExactly(PhaseName.DOCUMENTS);
        assertThat(run.erased()).containsOnlyKeys(PhaseName.QUEUES);
    }

    private RunFolder run(String name) {
        return runs.create(
                new RunRequest(
                        RunRequest.SCHEMA,
                        name,
                        new Tenant(TENANT, Optional.of("acme")),
                        EnumSet.allOf(PhaseName.class),
                        "root@host",
                        Instant.EPOCH));
    }

    private static void write(RunFolder run, Entry.Step step) {
        try (Journal journal = run.openJournal()) {
            journal.write(step, "");
        }
    }

    private static void tear(Path file, String half) throws IOException {
        Files.writeString(file, half, StandardOpenOption.APPEND);
    }
}
