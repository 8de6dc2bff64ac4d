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

class AfterACrashTest {
    private static final TenantId TENANT = new TenantId("c0ffee");

    @TempDir Path state;
    private Runs runs;

    @BeforeEach
    void open() {
        runs = new Runs(state, JsonMapping.objectMapper(), sentence -> {});
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
    void aChunkThatWasBegunBesideOthersAndNotEndedIsCountedByNobody() {
        RunFolder run = run("20260101T000000Z-c0ffee-1");
        try (Journal journal = run.openJournal()) {
            journal.write(Entry.Step.CHUNK_STARTED, PhaseName.DOCUMENTS, "task", 0, "ids a to b");
            journal.write(Entry.Step.CHUNK_STARTED, PhaseName.DOCUMENTS, "task", 0, "ids c to d");
            journal.write(Entry.Step.CHUNK_STARTED, PhaseName.TRASH, "trash", 0, "ids e to f");
            journal.write(Entry.Step.CHUNK_DONE, PhaseName.DOCUMENTS, "task", 2, "ids c to d");
            journal.write(Entry.Step.CHUNK_DONE, PhaseName.TRASH, "trash", 2, "ids e to f");
        }

        assertThat(run.uncounted()).containsExactly(PhaseName.DOCUMENTS);
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

    private static void tear(Path file, String half) throws IOException {
        Files.writeString(file, half, StandardOpenOption.APPEND);
    }
}
