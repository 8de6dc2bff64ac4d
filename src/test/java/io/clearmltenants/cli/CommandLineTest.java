package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What is said of command lines before any command runs. */
class CommandLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    delete a --name n --wait -1 | '-1' is not a number of seconds
                    delete a --name n --retry -5 | '-5' is not a number of seconds
                    verify a --wait -1 | '-1' is not a number of seconds
                    delete a --name n --name m | --name is given twice
                    delete a --name n --names-from names.tsv | --names-from needs --ids
                    delete a --name n --accept-drift | --accept-drift needs --plan
                    delete --resume --unknown-collections | leave --unknown-collections out
                    certificate RUN --json --format html | --json means --format json
                    """)
    void whatNoCommandCanMeanIsWrongUsage(String words, String sentence) {
        assertThatThrownBy(() -> check(words.split(" ")))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--files",
                "--mongo",
                "--elastic",
                "--redis",
                "--ca-file",
                "--config-dir",
                "--mongo-password-file",
                "--project",
                "--namespace",
                "--release",
                "--context",
                "--image",
                "--state-dir",
                "--name",
                "--ids",
                "--plan",
                "--resume",
                "--names-from"
            })
    void anEmptyValueIsWrongUsage(String option) {
        assertThatThrownBy(() -> check("delete", "a", option + "="))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(option + " has an empty value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--ids=b",
                "--plan=p.json",
                "--only=mongo",
                "--keep-users",
                "--orphans",
                "--names-from=f",
                "--without=files"
            })
    void resumeRefusesWhatItWouldIgnore(String option) {
        assertThatThrownBy(() -> check("delete", "--resume", option))
                .isInstanceOf(ParameterException.class)
                .hasMessage(
                        "--resume resumes a run as it was begun; leave %s out.",
                        option.replaceFirst("=.*", ""));
    }

    @Test
    void resumeTakesARunOrAnIdNotBoth() {
        assertThatThrownBy(() -> check("delete", "a", "--resume", "20260131T120000Z-a-1a2b3c4d"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("says which run; leave the id out");
        assertThatCode(() -> check("delete", "a", "--resume")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "delete", "verify", "certificate"})
    void aWordThatLooksLikeAFileOfArgumentsIsWrongUsage(String command, @TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("words"), "a --name n --yes");

        for (String word : List.of("@missing", "@" + folder, "@" + file, "@@a")) {
            assertThatThrownBy(() -> check(command, word))
                    .isInstanceOf(ParameterException.class)
                    .hasMessage(
                            "'%s': files of arguments are not read; give the words themselves.",
                            word);
        }
    }

    @Test
    void aTenantsNameBringsNoOptions(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("words"), "n --with-live-agents");

        ParseResult command = parsed("delete", "a", "--name", "@" + file);

        assertThat(command.matchedOption("--name").stringValues()).containsExactly("@" + file);
        assertThat(command.hasMatchedOption("--with-live-agents")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete a --name n --wait 0 --retry 0 --without files",
                "delete --ids a,b --name n --name m",
                "delete --ids a --names-from names.tsv",
                "delete --resume --name n --yes --wait 0 --with-live-agents",
                "verify a --wait"
            })
    void whatMakesSenseIsTaken(String words) {
        assertThatCode(() -> check(words.split(" "))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    dleete | 'dleete' is not a command. | Did you mean 'delete'?
                    lst | 'lst' is not a command. | Did you mean 'list'?
                    delete --keep-user | Unknown option: '--keep-user' | Did you mean '--keep-users'?
                    """)
    void aMistypedWordGetsASuggestion(String words, String sentence, String suggestion) {
        assertThat(said(words)).containsExactly(sentence, suggestion);
    }

    @Test
    void aPasswordBehindAMistypedOptionIsNotRepeated() {
        assertThat(said("list --mogno=mongodb://root:hunter2@host"))
                .anyMatch(line -> line.contains("--mogno"))
                .noneMatch(line -> line.contains("hunter2"));
        assertThat(said("list --mogno mongodb://root:hunter2@host"))
                .anyMatch(line -> line.contains("--mogno"))
                .noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void theHelpCutsNoCommandInTheMiddleOfItsSentence() {
        CommandLine program = ReleaseTexts.program();

        assertThat(program.getSubcommands())
                .allSatisfy(
                        (name, command) ->
                                assertThat(command.getCommandSpec().usageMessage().description()[0])
                                        .as(name)
                                        .endsWith("."));
    }

    private static void check(String... words) {
        new UsageCheck(parsed(words)).check();
    }

    private static ParseResult parsed(String... words) {
        return ReleaseTexts.program()
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(words)
                .subcommand();
    }

    private static List<String> said(String words) {
        try {
            parsed(words.split(" "));
            return List.of();
        } catch (ParameterException failure) {
            return new UsageSentence(failure).lines();
        }
    }
}
