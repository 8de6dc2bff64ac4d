package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.json.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the program remembers of its runs in a state folder. */
record Remembered(Path state) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The name of the run that held the tenant; another one that was refused is none. */
    String run() {
        return folder().getFileName().toString();
    }

    /** The steps in the run's journal, all attempts together. */
    List<String> steps() {
        return entries().stream().map(entry -> entry.path("step").asText()).toList();
    }

    /** The lines of the run's journal. */
    List<JsonNode> entries() {
        try (Stream<String> lines = Files.lines(folder().resolve("journal.jsonl"))) {
            return lines.map(Remembered::parse).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All that was found counts as erased, in whichever attempt it went. */
    void everythingFoundIsErased() {
        assertThat(report().path("phases"))
                .isNotEmpty()
                .allSatisfy(
                        phase ->
                                assertThat(phase.path("erased").asLong())
                                        .as(phase.toString())
                                        .isEqualTo(phase.path("found").asLong()));
    }

    /** For each phase, what was found is erased, was gone already, or is left. */
    void theSumsAddUp() {
        assertThat(report().path("phases"))
                .isNotEmpty()
                .allSatisfy(
                        phase ->
                                assertThat(phase.path("found").asLong())
                                        .as(phase.toString())
                                        .isEqualTo(
                                                phase.path("erased").asLong()
                                                        + phase.path("gone").asLong()
                                                        + phase.path("left").asLong()));
    }

    /** The report's digest of the journal is the one that {@code sha256sum} shows. */
    void theJournalIsTheOneOfTheReport() {
        assertThat(Digests.sha256Hex(folder().resolve("journal.jsonl")))
                .isEqualTo(report().path("journalDigest").asText());
    }

    /** Each identifier that the run exported stands once, in order, however often it began. */
    void eachIdentifierStandsOnce() {
        for (String kind : List.of("task", "model", "queue")) {
            assertThat(folder().resolve("ids-" + kind + ".txt"))
                    .content()
                    .satisfies(
                            ids ->
                                    assertThat(ids.lines())
                                            .isNotEmpty()
                                            .doesNotHaveDuplicates()
                                            .isSorted());
        }
    }

    /** The report of the run. */
    JsonNode report() {
        try {
            return parse(Files.readString(folder().resolve("report.json")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The folder of that run. */
    Path folder() {
        try (Stream<Path> runs = Files.list(state.resolve("runs"))) {
            List<Path> begun = runs.filter(run -> notEmpty(run.resolve("journal.jsonl"))).toList();
            assertThat(begun).hasSize(1);
            return begun.getFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean notEmpty(Path file) {
        try {
            return Files.exists(file) && Files.size(file) > 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
