package io.clearmltenants.kubernetes;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.FarProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings this program into a container and starts it there, over the input and output of one
 * command. The file is removed before the program runs, and where less than all of it comes: a
 * killed run leaves nothing. The file's size is said first, since the input of a command in a pod
 * cannot be ended by itself.
 *
 * @param tool what the container has for it
 * @param folders where the file may be put, best first
 */
record Carrier(Tool tool, List<String> folders) {
    private static final String MARK = "clearml-tenants: ";
    private static final String SEND = MARK + "send";
    private static final String START = MARK + "start";
    private static final String NO_FOLDER = "no folder";
    private static final int LONGEST_LINE = 500;

    /** What a container may have. */
    enum Tool {
        SHELL("sh"),
        PYTHON("python3");

        private final String program;

        Tool(String program) {
            this.program = program;
        }

        String program() {
            return program;
        }

        /** A reason that names this tool and says anything but that it found no folder. */
        boolean isMissing(String reason) {
            return reason.startsWith(program + ": ") && !reason.contains(NO_FOLDER);
        }

        private String script() {
            return switch (this) {
                case SHELL -> CarrierScripts.SHELL;
                case PYTHON -> CarrierScripts.PYTHON;
            };
        }
    }

    /** The container cannot take the program this way; its message says why. */
    static final class Unsuited extends Exception {
        Unsuited(String why) {
            super(why);
        }
    }

    /** The command that takes the program and becomes it. */
    List<String> command(ProgramFile file, List<String> arguments) {
        List<String> script =
                switch (tool) {
                    case SHELL -> List.of(tool.program, "-c", tool.script(), tool.program);
                    case PYTHON -> List.of(tool.program, "-c", tool.script());
                };
        return Stream.of(
                        script,
                        List.of(String.valueOf(file.bytes())),
                        folders,
                        List.of("--"),
                        arguments)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Brings the program over the streams of that command; what follows on them is the program's.
     *
     * @throws Unsuited where the container has not what it takes
     * @throws ConnectFailure where the connection is lost meanwhile
     */
    static void bring(ProgramFile file, FarProgram command) throws Unsuited {
        try {
            command.input().write('\n');
            command.input().flush();
            expect(SEND, command);
        } catch (IOException refused) {
            throw new Unsuited(refused.getMessage());
        }
        try (var content = Files.newInputStream(file.path())) {
            OutputStream input = command.input();
            content.transferTo(input);
            input.flush();
            expect(START, command);
        } catch (IOException lost) {
            throw new ConnectFailure(
                    "The program could not be copied beside the fileserver's folder (%s); run this again."
                            .formatted(lost.getMessage()),
                    lost);
        }
    }

    private static void expect(String wanted, FarProgram command) throws IOException, Unsuited {
        String line = line(command);
        if (!line.equals(wanted)) {
            String errors = command.errors().strip();
            throw new Unsuited((line.replace(MARK, "") + " " + errors).strip());
        }
    }

    private static String line(FarProgram command) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = command.output().read();
                next >= 0 && next != '\n' && line.size() < LONGEST_LINE;
                next = command.output().read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }
}
