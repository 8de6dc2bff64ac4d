package io.clearmltenants.connect;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The file of this program, if it is one that runs elsewhere too. */
public final class OwnExecutable {
    private static final String VARIABLE = "CLEARML_TENANTS_EXECUTABLE";
    private static final Path OURSELVES = Path.of("/proc/self/exe");

    private OwnExecutable() {}

    /**
     * @param environment the variables of this process, one of which may name it
     * @throws ConnectFailure if this program is no single file
     */
    public static Path find(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .map(Path::of)
                .or(() -> Optional.of(OURSELVES).filter(file -> isExecutable()))
                .orElseThrow(
                        () ->
                                new ConnectFailure(
                                        "The command runs in a copy of this program beside the servers, and this one runs in a JVM;"
                                                + " use the executable, or name it in "
                                                + VARIABLE
                                                + "."));
    }

    /** GraalVM's mark of a native executable. */
    private static boolean isExecutable() {
        return "runtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"));
    }
}
