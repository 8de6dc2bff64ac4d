package io.clearmltenants.binary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A control group in which the kernel ends whoever takes more memory; version 1 or 2, whichever
 * this machine has and lets us write.
 */
final class MemoryLimit implements AutoCloseable {
    static final String REASON = "this machine lets us make no control group";

    private final Path group;

    private MemoryLimit(Path group) {
        this.group = group;
    }

    /** A new group with this limit; empty if this machine gives us none. */
    static Optional<MemoryLimit> of(long bytes) {
        Path version1 = Path.of("/sys/fs/cgroup/memory");
        boolean isVersion1 = Files.isDirectory(version1);
        Path parent = isVersion1 ? version1 : Path.of("/sys/fs/cgroup");
        String limit = isVersion1 ? "memory.limit_in_bytes" : "memory.max";
        Path group = parent.resolve("clearml-tenants-" + ProcessHandle.current().pid());
        try {
            Files.createDirectory(group);
            Files.writeString(group.resolve(limit), Long.toString(bytes));
            return Optional.of(new MemoryLimit(group));
        } catch (IOException failure) {
            return Optional.empty();
        }
    }

    /** The command, in the group from its start. */
    List<String> command(List<String> command) {
        List<String> limited =
                new ArrayList<>(
                        List.of(
                                "sh",
                                "-c",
                                "echo $$ > \"$0\" && exec \"$@\"",
                                group + "/cgroup.procs"));
        limited.addAll(command);
        return limited;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(group);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
