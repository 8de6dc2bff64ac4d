package io.clearmltenants.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearmltenants.kubernetes.Carrier.Tool;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both ways to bring a program, as processes of this machine instead of a pod's. */
class CarrierScriptsTest {
    /** Says what it was given, and what of its own place is left while it runs. */
    private static final String PROGRAM =
            """
            #!/bin/sh
            echo "arguments: $*"
            echo "left: $(ls -A "$1")"
            cat
            """;

    @TempDir Path folder;
    @TempDir Path elsewhere;

    @ParameterizedTest
    @EnumSource(Tool.class)
    void theProgramGetsItsArgumentsAndTheInputAfterItAndItsFileIsGone(Tool tool)
            throws IOException, InterruptedException {
        List<String> lines = bring(tool, folder, PROGRAM.length(), PROGRAM + "input\n");

        assertThat(lines)
                .containsExactly(
                        "clearml-tenants: send",
                        "clearml-tenants: start",
                        "arguments: " + folder + " --flag",
                        "left: ",
                        "input");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(Tool.class)
    void whereLessComesThanWasSaidNothingRunsAndNothingIsLeft(Tool tool)
            throws IOException, InterruptedException {
        List<String> lines = bring(tool, folder, PROGRAM.length() + 1, PROGRAM);

        assertThat(lines).containsExactly("clearml-tenants: send");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(Tool.class)
    void withoutAFolderTheShellSaysSoAndPythonTakesMemory(Tool tool)
            throws IOException, InterruptedException {
        List<String> lines =
                bring(tool, folder.resolve("missing"), PROGRAM.length(), PROGRAM + "input\n");

        switch (tool) {
            case SHELL ->
                    assertThat(lines)
                            .containsExactly(
                                    "clearml-tenants: no folder where programs can be put");
            case PYTHON ->
                    assertThat(lines)
                            .startsWith("clearml-tenants: send", "clearml-tenants: start")
                            .endsWith("input");
        }
    }

    /** The lines that come back from it, on either stream. */
    private List<String> bring(Tool tool, Path place, int size, String input)
            throws IOException, InterruptedException {
        assumeTrue(onPath(tool.program()), "no " + tool.program() + " on PATH");
        Carrier carrier = new Carrier(tool, List.of(place.toString()));
        ProgramFile file = new ProgramFile(elsewhere, size);
        Process process =
                new ProcessBuilder(carrier.command(file, List.of(folder.toString(), "--flag")))
                        .redirectErrorStream(true)
                        .start();
        try (OutputStream pod = process.getOutputStream()) {
            pod.write(("\n" + input).getBytes(StandardCharsets.US_ASCII));
        }
        String output =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return output.lines().toList();
    }

    private static boolean onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, name)));
    }
}
