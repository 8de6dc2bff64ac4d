package io.clearmltenants.demo;

import io.clearmltenants.fixture.CliProgram;
import io.clearmltenants.fixture.PeakMemory;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The program as a person runs it: on this terminal, if there is one.
 *
 * @param variables where the servers are, and where it keeps its state
 */
record Program(Map<String, String> variables) {
    /** What the terminal needs; nothing that could name another ClearML server. */
    private static final List<String> TERMINAL =
            List.of("PATH", "HOME", "TERM", "COLUMNS", "LINES", "NO_COLOR", "LANG", "LC_ALL");

    /** How a run went; the memory is its process's largest, as far as this system tells. */
    record Run(int exitCode, Duration duration, PeakMemory memory) {}

    /**
     * Shows the command as a person types it, and runs it to its end.
     *
     * @throws IllegalStateException if it ends with another exit code than 0
     */
    Run run(String... arguments) throws IOException, InterruptedException {
        return run(Redirect.INHERIT, "", arguments);
    }

    /** The same with its standard output in a file. */
    Run runInto(Path file, String... arguments) throws IOException, InterruptedException {
        return run(Redirect.to(file.toFile()), " > " + file, arguments);
    }

    private Run run(Redirect output, String suffix, String... arguments)
            throws IOException, InterruptedException {
        String typed = "clearml-tenants " + typed(arguments) + suffix;
        System.out.println("$ " + typed);
        Run run = observed(start(output, arguments));
        if (run.exitCode() != 0) {
            throw new IllegalStateException(
                    "'%s' ended with exit code %d".formatted(typed, run.exitCode()));
        }
        return run;
    }

    private Process start(Redirect output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(CliProgram.command());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO().redirectOutput(output);
        builder.environment().keySet().retainAll(TERMINAL);
        builder.environment().putAll(variables);
        return builder.start();
    }

    private static Run observed(Process process) throws InterruptedException {
        Instant start = Instant.now();
        PeakMemory memory = PeakMemory.UNKNOWN;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            memory = memory.orLater(process);
        }
        return new Run(process.exitValue(), Duration.between(start, Instant.now()), memory);
    }

    private static String typed(String... arguments) {
        return List.of(arguments).stream()
                .map(argument -> argument.contains(" ") ? "'" + argument + "'" : argument)
                .collect(Collectors.joining(" "));
    }
}
