package io.clearmltenants.kubernetes;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.OwnExecutable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The file of this program, to be run elsewhere too.
 *
 * @param bytes its size
 */
record ProgramFile(Path path, long bytes) {

    /**
     * @throws ConnectFailure where this program is no single file
     */
    static ProgramFile find(Map<String, String> environment) {
        Path path = OwnExecutable.find(environment);
        try {
            return new ProgramFile(path, Files.size(path));
        } catch (IOException missing) {
            throw new ConnectFailure(
                    "The program's file %s cannot be read.".formatted(path), missing);
        }
    }
}
