package io.clearmltenants.kubernetes;

import io.clearmltenants.connect.ConnectFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The file of this program, to be run elsewhere too.
 *
 * @param bytes its size
 */
record ProgramFile(Path path, long bytes) {
    private static final String VARIABLE = "CLEARML_TENANTS_EXECUTABLE";
    private static final Path OURSELVES = Path.of("/proc/self/exe");

    /**
     * @throws ConnectFailure where this program is no single file
     */
    static ProgramFile find(Map<String, String> environment) {
        Path path =
                Optional.ofNullable(environment.get(VARIABLE))
                        .map(Path::of)
                        .or(() -> Optional.of(OURSELVES).filter(file -> isExecutable()))
                        .orElseThrow(
                                () ->
                                        new ConnectFailure(
                                                "The fileserver's folder is reached by a copy of this program beside it, and this one runs in a JVM;"
                                                        + " use the executable, or name it in "
                                                        + VARIABLE
                                                        + "."));
        try {
            return new ProgramFile(path, Files.size(path));
        } catch (IOException missing) {
            throw new ConnectFailure(
                    "The program's file %s cannot be read; see %s.".formatted(path, VARIABLE),
                    missing);
        }
    }

    /** GraalVM's mark of a native executable. */
    private static boolean isExecutable() {
        return "runtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"));
    }
}
