package io.clearmltenants.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.connect.Errand;
import io.clearmltenants.connect.Errand.Word;
import io.clearmltenants.connect.HeldFolder;
import io.clearmltenants.docker.Container;
import io.clearmltenants.docker.Described;
import io.clearmltenants.docker.Listed;
import io.clearmltenants.journal.Operator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which helpers are those of killed commands, and which of them a command resumes. */
class HelperTest {
    private static final String ME = Operator.current().toString();

    @TempDir Path folder;

    @Test
    void aHelperWhoseCommandIsGoneIsAbandoned() {
        assertThat(helper(labels(ME, folder.resolve("gone"))).abandoned()).isTrue();
    }

    @Test
    void aHelperWhoseCommandLivesIsNot() {
        try (HeldFolder held = HeldFolder.create()) {
            assertThat(helper(labels(ME, held.path())).abandoned()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"somebody-else@here", "root@elsewhere", ""})
    void aHelperOfAnotherOperatorIsNotThoughItsFolderCannotBeSeen(String other) {
        assertThat(helper(labels(other, folder.resolve("gone"))).abandoned()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete --resume -- acme",
                "delete --resume --",
                "delete --resume=20260102T030405Z-acme-1a2b3c4d --"
            })
    void theDeletionOfThisTenantIsResumed(String words) {
        assertThat(deletion(Map.of()).resumedBy(installation("p"), errand(words))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete -- acme",
                "delete --resume -- another",
                "delete --resume=20260102T030405Z-other-1a2b3c4d --",
                "delete --resume=20250102T030405Z-acme-1a2b3c4d --",
                "list --"
            })
    void noOtherCommandIsTakenForAResumption(String words) {
        assertThat(deletion(Map.of()).resumedBy(installation("p"), errand(words))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"project, other", "command, verify", "state, /elsewhere"})
    void whatIsAnotherInAnyOfTheseIsNotResumed(String label, String value) {
        Helper other = deletion(Map.of("io.clearmltenants." + label, value));

        assertThat(other.resumedBy(installation("p"), errand("delete --resume --"))).isFalse();
    }

    private Helper deletion(Map<String, String> more) {
        Map<String, String> labels = labels(ME, folder.resolve("gone"));
        labels.put("io.clearmltenants.project", "p");
        labels.put("io.clearmltenants.command", "delete");
        labels.put("io.clearmltenants.tenant", "acme");
        labels.put("io.clearmltenants.state", folder.toString());
        labels.putAll(more);
        return helper(labels);
    }

    private static Map<String, String> labels(String operator, Path held) {
        return new TreeMap<>(
                Map.of(
                        "io.clearmltenants.operator",
                        operator,
                        "io.clearmltenants.held",
                        held.toString()));
    }

    private static Helper helper(Map<String, String> labels) {
        String json =
                labels.entrySet().stream()
                        .map(label -> "'%s': '%s'".formatted(label.getKey(), label.getValue()))
                        .collect(Collectors.joining(", "));
        return new Helper(
                Described.container(
                        "{'Created': '2026-01-02T03:04:05Z', 'State': {'Running': true}, 'Config': {'Labels': {%s}}}"
                                .formatted(json)));
    }

    private Errand errand(String words) {
        List<Word> all =
                Stream.of(words.split(" ")).<Word>map(text -> new Word.Plain(text)).toList();
        return new Errand(all, Map.of(), Optional.of(folder));
    }

    private static Installation installation(String project) {
        Listed listed = Described.listed("{'Names': ['/clearml-apiserver']}");
        Container apiserver = Described.container("{'Name': '/clearml-apiserver'}");
        return new Installation(
                null, new Project(project, listed, List.of()), apiserver, Optional.empty());
    }
}
