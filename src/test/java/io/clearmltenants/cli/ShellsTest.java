package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a release brings for shells and the manual, tried by those that read it. */
class ShellsTest {
    @TempDir static Path folder;
    private static String bashFile;
    private static String fishFile;

    @BeforeAll
    static void write() throws IOException {
        ReleaseTexts.main(new String[] {folder.toString(), "1.2.3"});
        bashFile = folder.resolve("completion/clearml-tenants.bash").toString();
        fishFile = folder.resolve("completion/clearml-tenants.fish").toString();
    }

    @Test
    void bashCompletesCommandsAndTheirOptions() throws IOException, InterruptedException {
        assertThat(completedByBash("clearml-tenants pl")).containsExactly("plan");
        assertThat(completedByBash("clearml-tenants delete --with-l"))
                .containsExactly("--with-live-agents");
    }

    @Test
    void fishCompletesCommandsAndTheirOptions() throws IOException, InterruptedException {
        String complete = "source $argv[1]; complete -C $argv[2]";
        assertThat(run("fish", "-c", complete, fishFile, "clearml-tenants pl"))
                .singleElement()
                .asString()
                .startsWith("plan\tShow what a deletion would erase");
        assertThat(run("fish", "-c", complete, fishFile, "clearml-tenants delete --with-l"))
                .singleElement()
                .asString()
                .startsWith("--with-live-agents\t");
    }

    @Test
    void zshCompletesWithTheFileForBash() throws IOException, InterruptedException {
        String typing =
                """
                zmodload zsh/zpty
                zpty shell "TERM=dumb zsh -f -i"
                zpty -w shell "source $1; bindkey '^I' complete-word; echo rea''dy"
                zpty -r shell line '*ready*'
                zpty -w -n shell $'clearml-tenants verif\\t'
                zpty -r shell line '*clearml-tenants verify *' && print completed
                zpty -d shell
                """;
        assertThat(run("timeout", "20", "zsh", "-f", "-c", typing, "zsh", bashFile))
                .contains("completed");
    }

    @Test
    void theManualsReaderFindsNothingWrongWithAnyPage() throws IOException, InterruptedException {
        try (Stream<Path> pages = Files.list(folder.resolve("man/man1"))) {
            for (Path page : pages.toList()) {
                List<String> command =
                        List.of("man", "--warnings", "-E", "UTF-8", "-l", page.toString());
                assertThat(run(command, ProcessBuilder.Redirect.DISCARD))
                        .as(page.toString())
                        .isEmpty();
            }
        }
    }

    private static List<String> completedByBash(String line)
            throws IOException, InterruptedException {
        String complete =
                """
                source "$1"; compopt() { :; }
                COMP_WORDS=($2); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _complete_clearml-tenants; printf '%s\\n' "${COMPREPLY[@]}"
                """;
        return run("bash", "-c", complete, "bash", bashFile, line);
    }

    private static List<String> run(String... command) throws IOException, InterruptedException {
        return run(List.of(command), ProcessBuilder.Redirect.PIPE);
    }

    /** The lines that a program printed; skips the test if this machine does not have it. */
    private static List<String> run(List<String> command, ProcessBuilder.Redirect output)
            throws IOException, InterruptedException {
        List<String> programs = new ArrayList<>(List.of(command.getFirst()));
        if (programs.contains("timeout")) {
            programs.add(command.get(2));
        }
        programs.forEach(name -> assumeTrue(onPath(name), "no " + name + " on PATH"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output);
        boolean errorsCount = output == ProcessBuilder.Redirect.DISCARD;
        Process process = builder.redirectErrorStream(!errorsCount).start();
        process.getOutputStream().close();
        String printed =
                new String(
                        (errorsCount ? process.getErrorStream() : process.getInputStream())
                                .readAllBytes());
        process.waitFor();
        return printed.lines().filter(line -> !line.isBlank()).toList();
    }

    private static boolean onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
