package io.clearmltenants.files;

import io.clearmltenants.connect.FarFiles;
import io.clearmltenants.connect.FarProgram;
import io.clearmltenants.connect.Origin;
import io.clearmltenants.connect.Setting;
import io.clearmltenants.json.JsonMapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A folder with the other side's program beside it, in a thread instead of a pod. */
final class FarFolder implements FarFiles {
    private final Path folder;
    private final List<List<String>> started = new ArrayList<>();
    private Running last;

    FarFolder(Path folder) {
        this.folder = folder;
    }

    /** How the phases see it. */
    FileRoot root() {
        return new FileRoot(
                Optional::empty,
                () -> Optional.of(this),
                Optional::empty,
                JsonMapping.objectMapper(),
                1);
    }

    /** The commands that were started there. */
    List<List<String>> started() {
        return started;
    }

    /** Cuts the connection. */
    void cut() {
        last.close();
    }

    @Override
    public Setting<Path> folder() {
        return new Setting<>(folder, new Origin(Origin.Kind.DEFAULT, "test"));
    }

    @Override
    public String label() {
        return "pod files-0";
    }

    @Override
    public FarProgram start(List<String> arguments) {
        started.add(arguments);
        try {
            last = new Running(folder);
            return last;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private static final class Running implements FarProgram {
        private final PipedInputStream questions = new PipedInputStream();
        private final PipedInputStream answers = new PipedInputStream();
        private final PipedOutputStream input = new PipedOutputStream(questions);
        private final PipedOutputStream output = new PipedOutputStream(answers);

        Running(Path folder) throws IOException {
            Thread.ofPlatform().daemon().start(() -> serve(folder));
        }

        private void serve(Path folder) {
            try (output) {
                new FileserverAgent(JsonMapping.objectMapper()).serve(folder, questions, output);
            } catch (IOException | UncheckedIOException cut) {
                close();
            }
        }

        @Override
        public OutputStream input() {
            return input;
        }

        @Override
        public InputStream output() {
            return answers;
        }

        @Override
        public String errors() {
            return "";
        }

        @Override
        public void close() {
            try {
                input.close();
                answers.close();
            } catch (IOException unexpected) {
                throw new UncheckedIOException(unexpected);
            }
        }
    }
}
