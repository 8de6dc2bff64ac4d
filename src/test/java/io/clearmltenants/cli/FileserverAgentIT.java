package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileserverAgentIT {
    private static final String ID = "c0ffee00c0ffee00c0ffee00c0ffee01";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;

    @Test
    void theProgramBesideTheFolderAnswersEachQuestionWithOneLine() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve(ID)).resolve("file"), "x");

        List<JsonNode> replies =
                ask("state", "refusal", "find", "look", "layout").stream().toList();

        assertThat(replies)
                .extracting(reply -> reply.path("is").asText())
                .containsExactly("state", "refusal", "found", "left", "compared");
        assertThat(replies.get(2).at("/items/0/amount/count").asLong()).isEqualTo(1);
    }

    @Test
    void itErasesOnlyWhatItWasGivenLeaveFor() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve(ID)).resolve("file"), "x");
        JsonNode item = ask("find").getFirst().at("/items/0");
        String erase =
                "{\"ask\":\"erase\",\"id\":\"%s\",\"run\":\"20260102T030405Z-ab12\",\"stopping\":false,\"item\":%s}"
                        .formatted(ID, item);

        CliResult withoutLeave = run(erase);
        assertThat(withoutLeave.standardOutput())
                .contains("\"is\":\"write\"")
                .doesNotContain("changed");
        assertThat(folder.resolve(ID).resolve("file")).exists();

        String pass = "{\"ask\":\"pass\",\"stopping\":false}";
        CliResult withLeave = run(String.join("\n", erase, pass, pass, pass, pass));
        assertThat(withLeave.standardOutput()).contains("{\"is\":\"erased\",\"more\":false}");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void itStaysOutOfTheHelp() {
        assertThat(CliProcess.of("--help").run().standardOutput())
                .doesNotContain("fileserver-agent");
    }

    private List<JsonNode> ask(String... questions) {
        String lines =
                String.join(
                        "\n",
                        List.of(questions).stream()
                                .map(
                                        ask ->
                                                "{\"ask\":\"%s\",\"id\":\"%s\",\"neighbours\":[]}"
                                                        .formatted(ask, ID))
                                .toList());
        CliResult result = run(lines);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return result.standardOutput().lines().map(FileserverAgentIT::parsed).toList();
    }

    private CliResult run(String lines) {
        return CliProcess.of("fileserver-agent", "--files", folder.toString())
                .input(lines + "\n")
                .run();
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException unexpected) {
            throw new AssertionError(line, unexpected);
        }
    }
}
