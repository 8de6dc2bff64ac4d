package io.clearmltenants.journal;

import static io.clearmltenants.journal.TestRuns.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearmltenants.fixture.SmallDisk;
import io.clearmltenants.json.DamagedFile;
import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.IdKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a crash, a full disk or somebody else has left of a run. */
class DamagedRunsTest {
    @RegisterExtension final TestRuns test = new TestRuns();

    @Test
    void aLineThatACrashCutShortIsLeftOut() throws Exception {
        RunFolder run = test.create("run-1");
        try (Journal journal = run.openJournal()) {
            journal.write(
                    Entry.Step.CHUNK_DONE, PhaseName.QUEUES, "backend.queue", 2, "2 documents");
        }
        Files.writeString(run.journalFile(), "{\"time\":\"2026-01-01T0", StandardOpenOption.APPEND);

        assertThat(run.erased()).isEqualTo(Map.of(PhaseName.QUEUES, 2L));
    }

    @Test
    void aResumedRunAddsToTheJournalAfterALineThatACrashCutShort() throws Exception {
        RunFolder run = test.create("run-1");
        Files.writeString(run.journalFile(), "{\"time\":\"2026-01-01T0");

        try (Journal journal = run.openJournal()) {
            journal.write(
                    Entry.Step.CHUNK_DONE, PhaseName.QUEUES, "backend.queue", 2, "2 documents");
        }

        assertThat(run.erased()).isEqualTo(Map.of(PhaseName.QUEUES, 2L));
    }

    @Test
    void aRunThatIsDamagedIsNamedAndDoesNotHideTheOthers() throws Exception {
        TestRuns.begin(test.create("20260101T000000Z-abc-1"));
        new ExportedIds(test.runs().named(new RunName("20260101T000000Z-abc-1")))
                .add(kind -> kind == IdKind.QUEUE ? Stream.of("q1") : Stream.empty());
        RunFolder damaged = test.create("20260102T000000Z-abc-2");
        Files.writeString(damaged.path().resolve("run.json"), "{}");

        assertThat(test.runs().resumable(Optional.of(ID)).map(run -> run.name().value()))
                .hasValue("20260101T000000Z-abc-1");
        assertThat(test.runs().idsOf(ID).stream(IdKind.QUEUE)).containsExactly("q1");
        assertThat(test.warnings())
                .singleElement()
                .asString()
                .startsWith("Warning: run 20260102T000000Z-abc-2 is passed over, since ");
        assertThatThrownBy(() -> test.runs().named(damaged.name()).request())
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
        RunFolder run = test.create("run-1");
        Files.writeString(run.journalFile(), line + "\n");

        assertThatThrownBy(run::erased)
                .isInstanceOf(JournalFailure.class)
                .hasMessage(
                        "The journal "
                                + run.journalFile()
                                + " is damaged: its line 1 is not an entry.");
    }

    @Test
    void aJournalAndIdentifiersThatAreNoTextAreSaidSo() throws Exception {
        RunFolder run = test.create("run-1");
        byte[] bytes = {(byte) 0xff, (byte) 0xfe, '}', '\n'};
        Files.write(run.journalFile(), bytes);
        Files.write(run.ids(IdKind.QUEUE), bytes);

        assertThatThrownBy(run::finished)
                .isInstanceOf(JournalFailure.class)
                .hasMessage(run.journalFile() + " is damaged: it is not text.");
        assertThatThrownBy(() -> test.runs().idsOf(ID).stream(IdKind.QUEUE).toList())
                .isInstanceOf(JournalFailure.class)
                .hasMessageStartingWith(
                        run.ids(IdKind.QUEUE) + " is damaged: its line 1 is not an identifier");
    }

    @Test
    void aFullDiskUnderTheJournalIsAFailureOfTheJournal() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "this machine has no /dev/full");
        RunFolder run = test.create("run-1");
        assertThatThrownBy(
                        () -> {
                            Files.createSymbolicLink(run.journalFile(), Path.of("/dev/full"));
                            TestRuns.begin(run);
                        })
                .isInstanceOf(JournalFailure.class)
                .hasMessageContaining("No space left on device");
    }

    @Test
    void aDiskThatIsFullWhenARunsFolderIsMadeIsOneSentenceAndNothingIsBegun() throws Exception {
        Path small = test.state().resolve("small");
        try (SmallDisk disk = SmallDisk.on(small)) {
            Runs runs = new Runs(small, JsonMapping.objectMapper(), sentence -> {});
            runs.create(TestRuns.request("20260101T000000Z-abc-1"));
            disk.fill();
            RunRequest second = TestRuns.request("20260102T000000Z-abc-2");

            assertThatThrownBy(() -> runs.create(second))
                    .isInstanceOf(JournalFailure.class)
                    .hasMessageContaining(small.toString())
                    .hasMessageContaining("No space left on device")
                    .hasMessageEndingWith(
                            "Nothing was changed; free space there, or give another folder with --state-dir.");
            assertThat(small.resolve("runs").resolve("20260102T000000Z-abc-2")).doesNotExist();

            disk.free();
            assertThat(runs.create(second).request().tenant().id()).isEqualTo(ID);
        }
    }

    @Test
    void aStateFolderThatCannotBeWrittenIsSaidSo() throws Exception {
        Path file = Files.writeString(test.state().resolve("file"), "");

        assertThatThrownBy(
                        () ->
                                new Runs(file, JsonMapping.objectMapper(), sentence -> {})
                                        .create(TestRuns.request("run-1")))
                .isInstanceOf(JournalFailure.class)
                .hasMessageContaining("--state-dir");
    }
}
