package io.clearmltenants.kubernetes;

import io.clearmltenants.connect.FarProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of this machine in the place of one in a container.
 *
 * @param complaints the file that its errors go to
 */
record LocalCommand(Process process, Path complaints) implements FarProgram {

    /**
     * Starts one.
     *
     * @param folder where it works, and its errors are kept
     */
    static LocalCommand start(Path folder, List<String> words) {
        Path complaints = folder.resolve("errors");
        try {
            return new LocalCommand(
                    new ProcessBuilder(words)
                            .directory(folder.toFile())
                            .redirectError(complaints.toFile())
                            .start(),
                    complaints);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public InputStream output() {
        return process.getInputStream();
    }

    @Override
    public String errors() {
        try {
            return Files.readString(complaints);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends the last bytes and gives the rest of what it prints. */
    String end(String last) throws IOException {
        input().write(last.getBytes(StandardCharsets.UTF_8));
        input().close();
        return new String(output().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Its code, once it has ended. */
    int code() throws InterruptedException {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("It does not end: " + process);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
