package io.clearmltenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.journal.Entry;
import io.clearmltenants.journal.Journal;
import io.clearmltenants.journal.JournalFailure;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.json.UnwritableFile;
import io.clearmltenants.json.WholeFile;
import io.clearmltenants.phase.Interrupted;
import io.clearmltenants.phase.LeaseLost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumableRunTest {
    private static final String HOW = "\nResume with: clearml-tenants delete --resume run-1";

    @TempDir Path folder;
    private RunFolder run;

    @BeforeEach
    void open() throws IOException {
        run =
                new RunFolder(
                        Files.createDirectory(folder.resolve("run-1")), JsonMapping.objectMapper());
    }

    @Test
    void aLostLeaseSaysHowToResume() {
        assertThat(end(() -> new LeaseLost("Another run is erasing this tenant.")))
                .isInstanceOf(LeaseLost.class)
                .hasMessage("Another run is erasing this tenant." + HOW);
    }

    @Test
    void aJournalThatCannotBeWrittenSaysWhatToDoAndHowToResume() {
        assertThat(end(() -> new JournalFailure("The journal cannot be written (full).")))
                .isInstanceOf(Interrupted.class)
                .hasMessage(
                        "The journal cannot be written (full).\nThe deletion stopped half way. Free space there, or fix what is damaged."
                                + HOW);
    }

    @Test
    void aReportThatCannotBeWrittenSaysHowToResume() {
        assertThat(end(this::unwritable))
                .isInstanceOf(Interrupted.class)
                .hasMessageContaining("missing/report.json cannot be written")
                .hasMessageEndingWith(HOW);
    }

    @Test
    void aLostServerSaysHowToResumeAndStandsInTheJournal() {
        assertThat(end(() -> new ConnectFailure("MongoDB is lost.")))
                .isInstanceOf(ConnectFailure.class)
                .hasMessage("MongoDB is lost." + HOW);
        assertThat(run.entries())
                .extracting(Entry::step, Entry::text)
                .containsExactly(tuple(Entry.Step.INTERRUPTED, "MongoDB is lost."));
    }

    @Test
    void aStopSaysHowToResumeAndStandsInTheJournal() {
        assertThat(end(Interrupted::new))
                .isInstanceOf(Interrupted.class)
                .hasMessage("Stopped. " + HOW.strip());
        assertThat(run.entries()).extracting(Entry::step).containsExactly(Entry.Step.INTERRUPTED);
    }

    /** What becomes of a failure that ends the run. */
    private Throwable end(Supplier<RuntimeException> failure) {
        try (Journal journal = run.openJournal()) {
            return catchThrowable(
                    () ->
                            new ResumableRun(run.name(), journal)
                                    .finish(
                                            () -> {
                                                throw failure.get();
                                            }));
        }
    }

    private UnwritableFile unwritable() {
        return (UnwritableFile)
                catchThrowable(() -> WholeFile.write("{}", folder.resolve("missing/report.json")));
    }
}
