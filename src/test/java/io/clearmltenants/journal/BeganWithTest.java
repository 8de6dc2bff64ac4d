package io.clearmltenants.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.json.JsonMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal knows the plan that its run began with, whatever the plan's file says later. */
class BeganWithTest {
    @TempDir Path folder;
    private RunFolder run;

    @BeforeEach
    void open() throws IOException {
        run =
                new RunFolder(
                        Files.createDirectory(folder.resolve("run-1")), JsonMapping.objectMapper());
    }

    @Test
    void aPlanThatWasChangedIsNotTheOneThatTheRunBeganWith() {
        begin("cafe01");

        assertThat(run.beganWith("cafe01")).isTrue();
        assertThat(run.beganWith("cafe02")).isFalse();
        assertThat(run.beganWith("01")).isFalse();
    }

    @Test
    void aRunThatHasNotBegunBeginsWithAnyPlan() {
        assertThat(run.beganWith("cafe01")).isTrue();
    }

    private void begin(String plan) {
        try (Journal journal = run.openJournal()) {
            journal.write(Entry.Step.RUN_STARTED, RunFolder.beginning("acme, by root@host", plan));
        }
    }
}
