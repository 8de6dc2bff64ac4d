package io.clearmltenants.cli;

import io.clearmltenants.files.FileserverAgent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fileserver-agent}: this program beside a folder that another one of it works on. */
@Command(
        name = "fileserver-agent",
        hidden = true,
        description =
                "Started by this program itself, in the fileserver's pod or container. Answers questions on standard input"
                        + " until that ends; not for people.")
class FileserverAgentCommand implements Callable<Integer> {
    @Option(
            names = "--files",
            required = true,
            paramLabel = "DIR",
            description = "Root folder of the fileserver on this machine.")
    Path folder;

    private final FileserverAgent agent;

    FileserverAgentCommand(FileserverAgent agent) {
        this.agent = agent;
    }

    @Override
    public Integer call() throws IOException {
        agent.serve(folder, System.in, System.out);
        return ExitCode.DONE.code();
    }
}
