package io.clearmltenants.bench;

import io.clearmltenants.fixture.CliProgram;
import io.clearmltenants.fixture.PeakMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of the program as a process.
 *
 * @param duration from its start to its end
 */
record DeleteRun(Duration duration, PeakMemory memory) {

    /**
     * Deletes the large tenant from MongoDB.
     *
     * @param folder for its state and what it prints
     * @throws IllegalStateException if it ends with another exit code than 0
     */
    static DeleteRun of(String mongo, Path folder) {
        return of(CliProgram.command(), mongo, folder);
    }

    /** The same on a JVM with so much heap; an executable gets what it wants. */
    static DeleteRun of(String mongo, Path folder, int heapMegabytes) {
        return of(CliProgram.command(heapMegabytes), mongo, folder);
    }

    private static DeleteRun of(List<String> program, String mongo, Path folder) {
        try {
            Path errors = folder.resolve("errors");
            long began = System.nanoTime();
            Process process =
                    new ProcessBuilder(command(program, mongo, folder))
                            .redirectOutput(folder.resolve("output").toFile())
                            .redirectError(errors.toFile())
                            .start();
            PeakMemory memory = PeakMemory.UNKNOWN;
            while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
                memory = memory.orLater(process);
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        "exit code %d: %s"
                                .formatted(process.exitValue(), Files.readString(errors)));
            }
            return new DeleteRun(Duration.ofNanos(System.nanoTime() - began), memory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    private static List<String> command(List<String> program, String mongo, Path folder) {
        List<String> command = new ArrayList<>(program);
        command.addAll(
                List.of(
                        "delete",
                        LargeTenant.ID,
                        "--name",
                        LargeTenant.NAME,
                        "--yes",
                        "--with-live-agents",
                        "--only",
                        "mongo",
                        "--wait",
                        "0",
                        "--mongo",
                        mongo,
                        "--config-dir",
                        folder.toString(),
                        "--state-dir",
                        folder.resolve("state").toString()));
        return command;
    }
}
