package io.clearmltenants.journal;

import static io.clearmltenants.journal.TestRuns.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.IdKind;
import io.clearmltenants.tenant.KnownIds;
import io.clearmltenants.tenant.TenantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {
    @RegisterExtension final TestRuns test = new TestRuns();

    @Test
    void aRunsFolderIsItsOwnersAlone() throws Exception {
        RunFolder run = test.create("run-1");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void whatARunWasAskedIsReadBack() {
        RunFolder run = test.create("run-1");

        assertThat(test.runs().named(new RunName("run-1")).request()).isEqualTo(run.request());
        assertThat(run.request().tenant().name()).hasValue("acme");
    }

    @Test
    void theNewestInterruptedRunIsResumed() throws Exception {
        TestRuns.finish(test.create("20260101T000000Z-abc-1"), "COMPLETE");
        TestRuns.begin(test.create("20260102T000000Z-abc-2"));
        TestRuns.begin(test.create("20260103T000000Z-abc-3"));
        test.create("20260105T000000Z-abc-5-which-never-began");
        TestRuns.finish(test.create("20260104T000000Z-abc-4"), "COMPLETE");

        assertThat(resumable()).hasValue("20260103T000000Z-abc-3");
        assertThat(test.runs().resumable(Optional.of(new TenantId("other")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ITEMS_LEFT", "LEFTOVERS"})
    void aRunThatHasLeftSomethingIsResumedUntilNothingIsLeft(String outcome) throws Exception {
        RunFolder run = test.create("20260101T000000Z-abc-1");
        TestRuns.finish(run, outcome);
        assertThat(run.finished()).isTrue();
        assertThat(run.complete()).isFalse();
        assertThat(resumable()).hasValue(run.name().value());

        run.discardReport();
        TestRuns.begin(run);
        assertThat(run.finished()).isFalse();
        assertThat(resumable()).hasValue(run.name().value());

        TestRuns.finish(run, "COMPLETE");
        assertThat(run.complete()).isTrue();
        assertThat(resumable()).isEmpty();
    }

    @Test
    void aNewerRunOfTheTenantTakesThePlaceOfOneThatHasLeftSomething() throws Exception {
        TestRuns.finish(test.create("20260101T000000Z-abc-1"), "ITEMS_LEFT");
        TestRuns.finish(test.create("20260102T000000Z-abc-2"), "COMPLETE");

        assertThat(resumable()).isEmpty();
    }

    @Test
    void aRunWhoseReportACrashPreventedIsResumed() throws Exception {
        RunFolder run = test.create("20260101T000000Z-abc-1");
        TestRuns.finish(run, "COMPLETE");
        Files.delete(run.report());

        assertThat(run.finished()).isFalse();
        assertThat(run.complete()).isFalse();
        assertThat(resumable()).hasValue(run.name().value());
    }

    @Test
    void countsOfSeveralAttemptsAreAdded() {
        RunFolder run = test.create("run-1");
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
        new ExportedIds(test.create("run-1")).add(queues("q2", "q1"));
        new ExportedIds(test.create("run-2")).add(queues("q3", "q2"));

        assertThat(test.runs().idsOf(ID).stream(IdKind.QUEUE)).containsExactly("q1", "q2", "q3");
        assertThat(test.runs().idsOf(new TenantId("other")).stream(IdKind.QUEUE)).isEmpty();
    }

    @Test
    void whatARunExportsItDoesNotExportAgainWhenItIsResumedOrRunOnceMore() throws Exception {
        KnownIds live = queues("q2", "q1", "q3");
        for (String name : List.of("run-1", "run-1", "run-2", "run-2", "run-3")) {
            RunFolder run =
                    Files.exists(folder(name))
                            ? test.runs().named(new RunName(name))
                            : test.create(name);
            new ExportedIds(run).add(live.and(test.runs().idsOf(ID)));
        }

        for (String name : List.of("run-1", "run-2", "run-3")) {
            assertThat(folder(name).resolve("ids-queue.txt")).hasContent("q1\nq2\nq3\n");
        }
    }

    @Test
    void aRunThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> test.runs().named(new RunName("nothing")))
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

    private Path folder(String name) {
        return test.state().resolve("runs").resolve(name);
    }

    private Optional<String> resumable() {
        return test.runs().resumable(Optional.of(ID)).map(run -> run.name().value());
    }

    private static KnownIds queues(String... ids) {
        return kind -> kind == IdKind.QUEUE ? Stream.of(ids) : Stream.empty();
    }
}
