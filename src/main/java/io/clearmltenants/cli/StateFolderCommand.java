package io.clearmltenants.cli;

import io.clearmltenants.journal.StateArchive;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code state-folder}: hands a Job's state folder over and removes it. */
@Command(
        name = "state-folder",
        hidden = true,
        description =
                "Started by this program itself, where a Job kept its journal: writes the folder to standard output and"
                        + " removes it when it is told that all has arrived; not for people.")
class StateFolderCommand implements Callable<Integer> {
    @Option(
            names = "--state-dir",
            required = true,
            paramLabel = "DIR",
            description = "The Job's state folder.")
    Path folder;

    @Override
    public Integer call() throws IOException {
        BufferedReader input =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        boolean received =
                // What is said before somebody listens is lost.
                StateArchive.WANTED.equals(input.readLine())
                        && sent()
                        && StateArchive.RECEIVED.equals(input.readLine());
        if (received) {
            StateArchive.remove(folder);
        }
        return (received ? ExitCode.DONE : ExitCode.CANNOT_CONNECT).code();
    }

    private boolean sent() throws IOException {
        StateArchive.send(folder, System.out);
        System.out.flush();
        return true;
    }
}
