package io.clearmltenants.binary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A root folder that holds the program and nothing else, as an image made FROM scratch does: no
 * shell, no C library, no /tmp, no /etc, no terminal descriptions. Devices and processes are there,
 * since every container engine mounts them.
 */
final class EmptyRoot {
    /** Mounts that end with the process, as they are made in a namespace of its own. */
    private static final String MOUNTS =
            """
            mount --bind "$0" "$0" && mount --bind /dev "$0/dev" && mount -t proc proc "$0/proc" &&
            mount -o remount,bind,ro "$0" &&
            exec env -i "$(command -v chroot)" --userspec=65532:65532 --groups= "$0" "$@"
            """;

    /** Who the program is there; no name belongs to it. */
    static final String USER = "65532:65532";

    static final String REASON = "chroot, namespaces and control groups are the superuser's";

    private final Path root;

    EmptyRoot(Path root) throws IOException {
        this.root = root;
        Files.copy(Binary.path(), root.resolve("clearml-tenants"));
        Files.createDirectory(root.resolve("dev"));
        Files.createDirectory(root.resolve("proc"));
    }

    static boolean isPossible() {
        return System.getProperty("user.name").equals("root");
    }

    /**
     * The command that runs the program there: as uid 65532, with no environment at all, and as the
     * first process of a new process namespace, which gets no signal that it does not handle.
     */
    List<String> command(String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "unshare",
                                "--mount",
                                "--pid",
                                "--fork",
                                "--kill-child",
                                "sh",
                                "-c"));
        command.addAll(List.of(MOUNTS, root.toString(), "/clearml-tenants"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Starts a command with an empty environment and one stream for both outputs. */
    static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        String path = builder.environment().get("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        return builder.start();
    }

    /** Runs a command to its end. */
    static Ended run(List<String> command) throws IOException, InterruptedException {
        Process process = start(command);
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("Does not end: " + command);
        }
        return new Ended(process.exitValue(), output);
    }

    /** How a run ended and what it printed. */
    record Ended(int exitCode, String output) {}
}
