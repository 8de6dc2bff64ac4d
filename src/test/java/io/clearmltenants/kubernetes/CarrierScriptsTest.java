package io.clearmltenants.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearmltenants.kubernetes.Carrier.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both scripts as processes of this machine; the program that they bring is a shell. */
@Timeout(60)
class CarrierScriptsTest {
    /** Tells where the program's file is or was, what is in a folder, and what it is given. */
    private static final String REPORT =
            """
            readlink "/proc/$$/exe"
            echo "left: $(ls -A "$1")"
            shift
            printf 'argument: %s\\n' "$@"
            while read -r line; do echo "input: $line"; done
            exit 7
            """;

    private static final List<String> ARGUMENTS = List.of("two words", "", "--", "$HOME");
    private static final String INPUT = "first\nsecond\n";
    private static final String GIVEN =
            """
            left:\s
            argument: two words
            argument:\s
            argument: --
            argument: $HOME
            input: first
            input: second
            """;

    @TempDir Path home;
    private Path folder;
    private ProgramFile program;

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createDirectory(home.resolve("folder"));
        Path shell = Path.of("/bin/sh").toRealPath();
        program = new ProgramFile(shell, Files.size(shell));
    }

    @ParameterizedTest
    @EnumSource
    void theProgramHasItsArgumentsAndItsInputAndNoFileIsLeftWhenItRuns(Tool tool) throws Exception {
        try (LocalCommand command = start(tool, List.of(home.resolve("missing"), folder))) {
            Carrier.bring(program, command);
            String output = command.end(INPUT);

            assertThat(output)
                    .startsWith(folder + "/clearml-tenants-")
                    .containsPattern("^\\S+/program \\(deleted\\)\n")
                    .endsWith(GIVEN);
            assertThat(command.code()).isEqualTo(7);
            assertThat(command.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatComesAtOnceIsSharedOutExactly(Tool tool) throws Exception {
        try (LocalCommand command = start(tool, List.of(folder))) {
            command.input().write('\n');
            Files.copy(program.path(), command.input());

            assertThat(command.end(INPUT)).contains("clearml-tenants: start\n").endsWith(GIVEN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereTooLittleComesNothingIsLeftAndNothingRuns(Tool tool) throws Exception {
        try (LocalCommand command = start(tool, List.of(folder))) {
            command.input().write('\n');
            command.input().flush();
            var output = new BufferedReader(new InputStreamReader(command.output()));
            assertThat(output.readLine()).isEqualTo("clearml-tenants: send");
            assertThat(folder).isNotEmptyDirectory();

            command.input().write(new byte[(int) program.bytes() - 1]);
            command.input().close();

            assertThat(output.readLine()).isNull();
            assertThat(command.code()).isEqualTo(1);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKilledMeanwhileLeavesNothing(Tool tool) throws Exception {
        try (LocalCommand command = start(tool, List.of(folder))) {
            command.input().write('\n');
            command.input().flush();
            var output = new BufferedReader(new InputStreamReader(command.output()));
            assertThat(output.readLine()).isEqualTo("clearml-tenants: send");

            command.process().destroy();
            command.input().close();

            assertThat(command.code()).isNotZero();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aModuleWhereItIsStartedIsNotTakenForPythonsOwn(Tool tool) throws Exception {
        for (String module : List.of("tempfile", "random", "os")) {
            Files.writeString(home.resolve(module + ".py"), "raise SystemExit('not this one')");
        }
        try (LocalCommand command = start(tool, List.of(folder))) {
            Carrier.bring(program, command);

            assertThat(command.end(INPUT)).endsWith(GIVEN);
        }
    }

    @Test
    void withoutAFolderPythonKeepsTheProgramInMemory() throws Exception {
        assumePythonHasMemory();
        try (LocalCommand command = start(Tool.PYTHON, List.of(home.resolve("missing")))) {
            Carrier.bring(program, command);

            assertThat(command.end(INPUT)).isEqualTo("/memfd:clearml-tenants (deleted)\n" + GIVEN);
            assertThat(command.code()).isEqualTo(7);
        }
    }

    @Test
    void withoutAFolderTheShellSaysSoAndIsNotTakenForMissing() {
        try (LocalCommand command = start(Tool.SHELL, List.of(home.resolve("missing")))) {
            assertThatThrownBy(() -> Carrier.bring(program, command))
                    .isInstanceOf(Carrier.Unsuited.class)
                    .hasMessage("no folder where programs can be put")
                    .satisfies(
                            no ->
                                    assertThat(Tool.SHELL.isMissing("sh: " + no.getMessage()))
                                            .isFalse());
        }
    }

    @Test
    void pythonTakesNoFolderWhereNothingCanBeExecuted() throws Exception {
        assumePythonHasMemory();
        try (LocalCommand command = startOnNoexec(Tool.PYTHON)) {
            Carrier.bring(program, command);

            assertThat(command.end(INPUT)).isEqualTo("/memfd:clearml-tenants (deleted)\n" + GIVEN);
        }
    }

    @Test
    void theShellTakesNoFolderWhereNothingCanBeExecuted() {
        try (LocalCommand command = startOnNoexec(Tool.SHELL)) {
            assertThatThrownBy(() -> Carrier.bring(program, command))
                    .isInstanceOf(Carrier.Unsuited.class)
                    .hasMessage("no folder where programs can be put");
        }
    }

    private LocalCommand start(Tool tool, List<Path> folders) {
        return LocalCommand.start(home, words(tool, folders));
    }

    /** The folder is a mount of the command's own. */
    private LocalCommand startOnNoexec(Tool tool) {
        List<String> mounting =
                List.of(
                        "unshare",
                        "--user",
                        "--map-root-user",
                        "--mount",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o noexec none \"$0\" && exec \"$@\"",
                        folder.toString());
        assumeRuns("This machine lets nobody mount", mounting, List.of("true"));
        return LocalCommand.start(
                home,
                Stream.of(mounting, words(tool, List.of(folder))).flatMap(List::stream).toList());
    }

    private List<String> words(Tool tool, List<Path> folders) {
        assumeRuns("No " + tool.program() + " here", List.of(tool.program(), "-c", ""), List.of());
        List<String> arguments =
                new ArrayList<>(List.of("-c", REPORT, "report", folder.toString()));
        arguments.addAll(ARGUMENTS);
        return new Carrier(tool, folders.stream().map(Path::toString).toList())
                .command(program, arguments);
    }

    private static void assumePythonHasMemory() {
        assumeRuns(
                "No python3 here, or one before 3.8, which keeps no program in memory",
                List.of("python3", "-c", "import os; os.memfd_create"),
                List.of());
    }

    private static void assumeRuns(String reason, List<String> words, List<String> more) {
        List<String> all = Stream.of(words, more).flatMap(List::stream).toList();
        boolean runs;
        try {
            runs =
                    new ProcessBuilder(all)
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0;
        } catch (IOException missing) {
            runs = false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
        assumeTrue(runs, reason);
    }
}
