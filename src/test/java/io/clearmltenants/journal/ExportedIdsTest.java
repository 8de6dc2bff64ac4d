package io.clearmltenants.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.tenant.IdKind;
import io.clearmltenants.tenant.KnownIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportedIdsTest {
    private static final int AT_ONCE = 7;

    @TempDir Path folder;
    private ExportedIds ids;
    private Path file;

    @BeforeEach
    void open() {
        ids = new ExportedIds(new RunFolder(folder, JsonMapping.objectMapper()), AT_ONCE);
        file = folder.resolve("ids-task.txt");
    }

    @Test
    void eachIdentifierStandsOnceInOrderHoweverOftenItIsExported() {
        for (int export = 0; export < 10; export++) {
            ids.add(tasks("c", "a", "b", "a").and(ids));
        }

        assertThat(file).hasContent("a\nb\nc\n");
        assertThat(ids.stream(IdKind.TASK)).containsExactly("a", "b", "c");
    }

    @Test
    void manyMoreIdentifiersThanAreHeldAtOnceAreSorted() {
        List<String> many = IntStream.range(0, 1_000).mapToObj("%06x"::formatted).toList();
        List<String> twice = new ArrayList<>(many);
        twice.addAll(many);
        Collections.shuffle(twice, new Random(1));

        assertThat(ids.add(tasks(twice.toArray(String[]::new)))).isEqualTo(1_000);

        assertThat(ids.stream(IdKind.TASK)).containsExactlyElementsOf(many);
        theFolderHasNothingElse();
    }

    @Test
    void anExportSaysHowManyAreKnown() {
        assertThat(ids.add(tasks("a", "b"))).isEqualTo(2);
        assertThat(ids.add(tasks("b", "c"))).isEqualTo(3);
    }

    @Test
    void aFileOfAnEarlierVersionIsReadInOrderEachOnceAndWithoutItsTornLine() throws Exception {
        Files.writeString(file, "c\na\nb\n\nc\na\nb\nd");

        assertThat(ids.stream(IdKind.TASK)).containsExactly("a", "b", "c");
        assertThat(file).hasContent("c\na\nb\n\nc\na\nb\nd");
    }

    @Test
    void theNextExportReplacesAFileOfAnEarlierVersion() throws Exception {
        Files.writeString(file, "c\na\nb\nc\na\nb\nd");

        ids.add(tasks("e"));

        assertThat(file).hasContent("a\nb\nc\ne\n");
        theFolderHasNothingElse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n\u0000\u0000\u0000\u0000\n", "a\n\u001b[2J\n", "a\n\u00ff\u00fe\n"})
    void bytesThatAreNoIdentifierAreOneSentence(String latin) throws Exception {
        Files.write(file, latin.getBytes(StandardCharsets.ISO_8859_1));

        assertIsDamaged();
    }

    @Test
    void aLineThatNeverEndsIsOneSentenceAndNotReadToItsEnd() throws Exception {
        Files.writeString(file, "a\n" + "x".repeat(100_000));

        assertIsDamaged();
    }

    @Test
    void aSourceThatFailsLeavesTheFileAsItWas() {
        ids.add(tasks("a"));

        assertThatThrownBy(
                        () ->
                                ids.add(
                                        kind ->
                                                Stream.of("b", "c")
                                                        .peek(
                                                                id -> {
                                                                    throw new IllegalStateException(
                                                                            "lost");
                                                                })))
                .hasMessage("lost");

        assertThat(file).hasContent("a\n");
        theFolderHasNothingElse();
    }

    @Test
    void whatAKilledExportHasLeftIsRemovedByTheNextOne() throws Exception {
        Files.writeString(folder.resolve(".ids-task.txt123.draft"), "half");

        ids.add(tasks("a"));

        theFolderHasNothingElse();
    }

    @Test
    void anIdentifierThatWouldBecomeTwoIsRefused() {
        assertThatThrownBy(() -> ids.add(tasks("mine\nsomebody-elses")))
                .isInstanceOf(JournalFailure.class)
                .hasMessageContaining("'mine?somebody-elses'");
        assertThat(file).doesNotExist();
    }

    @Test
    void aMillionIdentifiersNeedFewMegabytes() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx24m",
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Million.class.getName(),
                                folder.toString())
                        .inheritIO()
                        .start();

        assertThat(process.waitFor()).isZero();
        assertThat(file).hasSize(33_000_000);
    }

    /** Exports as many task ids in a process of its own, twice. */
    static final class Million {
        private Million() {}

        public static void main(String[] arguments) {
            ExportedIds exported =
                    new ExportedIds(
                            new RunFolder(Path.of(arguments[0]), JsonMapping.objectMapper()));
            KnownIds live =
                    kind ->
                            kind == IdKind.TASK
                                    ? IntStream.range(0, 1_000_000).mapToObj(Million::id)
                                    : Stream.empty();
            exported.add(live);
            exported.add(live.and(exported));
        }

        /** 32 digits, in no order. */
        private static String id(int number) {
            return "%032x".formatted(Integer.toUnsignedLong(Integer.reverse(number)));
        }
    }

    private void assertIsDamaged() {
        assertThatThrownBy(
                        () -> {
                            try (Stream<String> tasks = ids.stream(IdKind.TASK)) {
                                tasks.count();
                            }
                        })
                .isInstanceOf(JournalFailure.class)
                .hasMessageContaining(file + " is damaged: its line 2 is not an identifier");
    }

    private void theFolderHasNothingElse() {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .allMatch(name -> name.startsWith("ids-"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static KnownIds tasks(String... ids) {
        return kind -> kind == IdKind.TASK ? Stream.of(ids) : Stream.empty();
    }
}
