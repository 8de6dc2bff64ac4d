package io.clearmltenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written for people stays short, and leads where it says. */
class DocumentsTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

    @Test
    void theReadmeIsShortAndNarrow() throws IOException {
        assertThat(Files.readAllLines(README))
                .hasSizeLessThanOrEqualTo(200)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void theReadmeLeadsToEveryDocument() throws IOException {
        List<Path> targets =
                links(README).map(link -> README.resolveSibling(link).normalize()).toList();

        try (Stream<Path> documents = Files.list(Path.of("src/docs"))) {
            assertThat(documents)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(targets).contains(file));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsToAFile(Path document) throws IOException {
        assertThat(
                        links(document)
                                .map(document::resolveSibling)
                                .filter(file -> !Files.exists(file)))
                .isEmpty();
    }

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> documents = Files.list(Path.of("src/docs"))) {
            return Stream.concat(
                    Stream.of(README, Path.of("CONTRIBUTING.md"), Path.of("native/README.md")),
                    documents.toList().stream());
        }
    }

    /** The relative ones. */
    private static Stream<String> links(Path document) throws IOException {
        return LINK.matcher(Files.readString(document))
                .results()
                .map((MatchResult link) -> link.group(1))
                .filter(link -> !link.contains(":"));
    }
}
