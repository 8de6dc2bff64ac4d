package io.clearmltenants.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.fixture.SmallDisk;
import io.clearmltenants.json.DamagedFile;
import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.IdKind;
import io.clearmltenants.tenant.KnownIds;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {
    private static final TenantId ID = new TenantId("abc");
    private final ObjectMapper json = JsonMapping.objectMapper();

    private final List<String> warnings = new ArrayList<>();

    @TempDir Path state;
    private Runs runs;

    @BeforeEach
    void open() {
        runs = new Runs(state, json, warnings::add);
    }

    @Test
    void aRunsFolderIsItsOwnersAlone() throws Exception {
        RunFolder run = create("run-1");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void aDiskThatIsFullWhenARunsFolderIsMadeIsOneSentenceAndNothingIsBegun() throws Exception {
        Path small = state.resolve("small");
        try (SmallDisk disk = SmallDisk.on(small)) {
            runs = new Runs(small, json, warnings::add);
            create("20260101T000000Z-abc-1");
            disk.fill();

            assertThatThrownBy(() -> create("20260102T000000Z-abc-2"))
                    .isInstanceOf(JournalFailure.class)
                    .hasMessageContaining(small.toString())
                    .hasMessageContaining("No space left on device")
                    .hasMessageEndingWith(
                            "Nothing was changed; free space there, or give another folder with --state-dir.");
            assertThat(small.resolve("runs").resolve("20260102T000000Z-abc-2")).doesNotExist();

            disk.free();
            assertThat(create("20260102T000000Z-abc-2").request().tenant().id()).isEqualTo(ID);
        }
    }

    @Test
    void whatARunWasAskedIsReadBack() {
        RunFolder run = create("run-1");

        assertThat(runs.named(new RunName("run-1")).request()).isEqualTo(run.request());
        assertThat(run.request().tenant().name()).hasValue("acme");
    }

    @Test
    void theNewestInterruptedRunIsResumed() throws Exception {
        finish(create("20260101T000000Z-abc-1"), "COMPLETE");
        begin(create("20260102T000000Z-abc-2"));
        begin(create("20260103T000000Z-abc-3"));
        create("20260105T000000Z-abc-5-which-never-began");
        finish(create("20260104T000000Z-abc-4"), "COMPLETE");

        assertThat(resumable()).hasValue("20260103T000000Z-abc-3");
        assertThat(runs.resumable(Optional.of(new TenantId("other")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ITEMS_LEFT", "LEFTOVERS"})
    void aRunThatHasLeftSomethingIsResumedUntilNothingIsLeft(String outcome) throws Exception {
        RunFolder run = create("20260101T000000Z-abc-1");
        finish(run, outcome);
        assertThat(run.finished()).isTrue();
        assertThat(run.complete()).isFalse();
        assertThat(resumable()).hasValue(run.name().value());

        run.discardReport();
        begin(run);
        assertThat(run.finished()).isFalse();
        assertThat(resumable()).hasValue(run.name().value());

        finish(run, "COMPLETE");
        assertThat(run.complete()).isTrue();
        assertThat(resumable()).isEmpty();
    }

    @Test
    void aNewerRunOfTheTenantTakesThePlaceOfOneThatHasLeftSomething() throws Exception {
        finish(create("20260101T000000Z-abc-1"), "ITEMS_LEFT");
        finish(create("20260102T000000Z-abc-2"), "COMPLETE");

        assertThat(resumable()).isEmpty();
    }

    @Test
    void aRunWhoseReportACrashPreventedIsResumed() throws Exception {
        RunFolder run = create("20260101T000000Z-abc-1");
        finish(run, "COMPLETE");
        Files.delete(run.report());

        assertThat(run.finished()).isFalse();
        assertThat(run.complete()).isFalse();
        assertThat(resumable()).hasValue(run.name().value());
    }

    @Test
    void aLineThatACrashCutShortIsLeftOut() throws Exception {
        RunFolder run = create("run-1");
        try (Journal journal = run.openJournal()) {
            journal.write(
                    Entry.Step.CHUNK_DONE, PhaseName.QUEUES, "backend.queue", 2, "2 documents");
        }
        Files.writeString(run.journalFile(), "{\"time\":\"2026-01-01T0", StandardOpenOption.APPEND);

        assertThat(run.erased()).isEqualTo(Map.of(PhaseName.QUEUES, 2L));
    }

    @Test
    void aResumedRunAddsToTheJournalAfterALineThatACrashCutShort() throws Exception {
        RunFolder run = create("run-1");
        Files.writeString(run.journalFile(), "{\"time\":\"2026-01-01T0");

        try (Journal journal = run.openJournal()) {
            journal.write(
                    Entry.Step.CHUNK_DONE, PhaseName.QUEUES, "backend.queue", 2, "2 documents");
        }

        assertThat(run.erased()).isEqualTo(Map.of(PhaseName.QUEUES, 2L));
    }

    @Test
    void countsOfSeveralAttemptsAreAdded() {
        RunFolder run = create("run-1");
        for (int attempt = 0; attempt < 2; attempt++) {
            try (Journal journal = run.openJournal()) {
                journal.write(Entry.Step.CHUNK_STARTED, PhaseName.TRASH, "t", 0, "");
                journal.write(Entry.Step.CHUNK_DONE, PhaseName.TRASH, "t", 5, "");
            }
        }

        assertThat(run.erased()).isEqualTo(Map.of(PhaseName.TRASH, 10L));
    }

    @Test
    void identifiersOfEarlierRunsAreKnownEachOnce() {
        new ExportedIds(create("run-1")).add(queues("q2", "q1"));
        new ExportedIds(create("run-2")).add(queues("q3", "q2"));

        assertThat(runs.idsOf(ID).stream(IdKind.QUEUE)).containsExactly("q1", "q2", "q3");
        assertThat(runs.idsOf(new TenantId("other")).stream(IdKind.QUEUE)).isEmpty();
    }

    @Test
    void whatARunExportsItDoesNotExportAgainWhenItIsResumedOrRunOnceMore() throws Exception {
        KnownIds live = queues("q2", "q1", "q3");
        for (String name : List.of("run-1", "run-1", "run-2", "run-2", "run-3")) {
            RunFolder run =
                    Files.exists(folder(name)) ? runs.named(new RunName(name)) : create(name);
            new ExportedIds(run).add(live.and(runs.idsOf(ID)));
        }

        for (String name : List.of("run-1", "run-2", "run-3")) {
            assertThat(folder(name).resolve("ids-queue.txt")).hasContent("q1\nq2\nq3\n");
        }
    }

    @Test
    void aRunThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> runs.named(new RunName("nothing")))
                .isInstanceOf(NoSuchRun.class)
                .hasMessageContaining("There is no run 'nothing'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "a b"})
    void aRunsNameIsNoPath(String name) {
        assertThatThrownBy(() -> new RunName(name))
                .isInstanceOf(NoSuchRun.class)
                .hasMessageContaining("is not the name of a run");
    }

    @Test
    void aRunThatIsDamagedIsNamedAndDoesNotHideTheOthers() throws Exception {
        begin(create("20260101T000000Z-abc-1"));
        new ExportedIds(runs.named(new RunName("20260101T000000Z-abc-1")))
                .add(kind -> kind == IdKind.QUEUE ? Stream.of("q1") : Stream.empty());
        RunFolder damaged = create("20260102T000000Z-abc-2");
        Files.writeString(damaged.path().resolve("run.json"), "{}");

        assertThat(runs.resumable(Optional.of(ID)).map(run -> run.name().value()))
                .hasValue("20260101T000000Z-abc-1");
        assertThat(runs.idsOf(ID).stream(IdKind.QUEUE)).containsExactly("q1");
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("Warning: run 20260102T000000Z-abc-2 is passed over, since ");
        assertThatThrownBy(() -> runs.named(damaged.name()).request())
                .isInstanceOf(DamagedFile.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0001}",
                "{\"time\":\"2026-01-01T00:00:00Z\",\"step\":\"chunk_done\",\"units\":1}",
                "{\"time\":\"2026-01-01T00:00:00Z\"}",
                "{\"step\":\"verified\"}",
                "{\"time\":\"2026-01-01T0\n{}"
            })
    void aLineOfAJournalThatIsNoEntryIsSaidSo(String line) throws Exception {
        RunFolder run = create("run-1");
        Files.writeString(run.journalFile(), line + "\n");

        assertThatThrownBy(run::erased)
                .isInstanceOf(JournalFailure.class)
                .hasMessage(
                        "The journal "
                                + run.journalFile()
                                + " is damaged: its line 1 is no entry.");
    }

    @Test
    void aJournalAndIdentifiersThatAreNoTextAreSaidSo() throws Exception {
        RunFolder run = create("run-1");
        byte[] bytes = {(byte) 0xff, (byte) 0xfe, '}', '\n'};
        Files.write(run.journalFile(), bytes);
        Files.write(run.ids(IdKind.QUEUE), bytes);

        assertThatThrownBy(run::finished)
                .isInstanceOf(JournalFailure.class)
                .hasMessage(run.journalFile() + " is damaged: it is not text.");
        assertThatThrownBy(() -> runs.idsOf(ID).stream(IdKind.QUEUE).toList())
                .isInstanceOf(JournalFailure.class)
                .hasMessageStartingWith(
                        run.ids(IdKind.QUEUE) + " is damaged: its line 1 is no identifier");
    }

    @Test
    void aFullDiskUnderTheJournalIsAFailureOfTheJournal() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "this machine has no /dev/full");
        RunFolder run = create("run-1");
        assertThatThrownBy(
                        () -> {
                            Files.createSymbolicLink(run.journalFile(), Path.of("/dev/full"));
                            begin(run);
                        })
                .isInstanceOf(JournalFailure.class)
                .hasMessageContaining("No space left on device");
    }

    @Test
    void aStateFolderThatCannotBeWrittenIsSaidSo() throws Exception {
        Path file = Files.writeString(state.resolve("file"), "");

        assertThatThrownBy(() -> new Runs(file, json, warnings::add).create(request("run-1")))
                .isInstanceOf(JournalFailure.class)
                .hasMessageContaining("--state-dir");
    }

    private RunFolder create(String name) {
        return runs.create(request(name));
    }

    private Path folder(String name) {
        return state.resolve("runs").resolve(name);
    }

    private static KnownIds queues(String... ids) {
        return kind -> kind == IdKind.QUEUE ? Stream.of(ids) : Stream.empty();
    }

    private static RunRequest request(String name) {
        return new RunRequest(
                RunRequest.SCHEMA,
                name,
                new Tenant(ID, Optional.of("acme")),
                Set.of(PhaseName.QUEUES),
                "root@host",
                Instant.EPOCH);
    }

    private static void begin(RunFolder run) {
        try (Journal journal = run.openJournal()) {
            journal.write(Entry.Step.RUN_STARTED, "acme");
        }
    }

    private static void finish(RunFolder run, String outcome) throws IOException {
        try (Journal journal = run.openJournal()) {
            journal.write(Entry.Step.RUN_FINISHED, outcome);
        }
        Files.writeString(run.report(), "{}");
    }

    private Optional<String> resumable() {
        return runs.resumable(Optional.of(ID)).map(run -> run.name().value());
    }
}
