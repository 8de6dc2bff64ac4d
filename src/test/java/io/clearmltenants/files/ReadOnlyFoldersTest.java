package io.clearmltenants.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.phase.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root may do all; so it gives its privileges up, in a process of its own, and stays the owner. */
class ReadOnlyFoldersTest {
    @TempDir Path folder;
    private Fileserver server;

    @BeforeEach
    void start() {
        server = Fileserver.in(folder);
    }

    @Test
    void foldersInWhichTheirOwnerMayNotWriteAreErased() throws Exception {
        readOnly(server.victim().resolve("project/task.1/models"));
        readOnly(server.victim().resolve("project/task.1/artifacts/data"));
        readOnly(server.victim().resolve("project/task.1/artifacts"));
        readOnly(server.victim().resolve("project/task.1"));
        readOnly(server.victim().resolve("project"));
        readOnly(server.victim());

        String said = eraseWithoutPrivileges();

        assertThat(said).isEmpty();
        assertThat(server.items()).isEmpty();
        assertThat(server.doomed()).doesNotExist();
    }

    @Test
    void aFolderThatMayNotBeLookedIntoIsNamedInThePlanAndLeftAfterAllElseIsErased()
            throws Exception {
        Path closed = server.victim().resolve("project/task.1/models");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));

        String said = eraseWithoutPrivileges();

        assertThat(said)
                .contains("its name is the tenant's id; 1 in it cannot be looked into")
                .contains("NotErased: 1 entry below", "permission denied");
        Files.walk(server.doomed())
                .filter(path -> path.endsWith("models"))
                .forEach(left -> assertThat(left).isDirectory());
        assertThat(Files.walk(server.doomed()).filter(Files::isRegularFile))
                .allMatch(path -> path.endsWith("model.pt"));
    }

    @Test
    void aRootInWhichNobodyMayWriteKeepsItsPermissionsAndTheReasonIsTold() throws Exception {
        readOnly(server.root());

        String said = eraseWithoutPrivileges();

        assertThat(said).contains("permission denied; run as the owner of the files or as root");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.root())))
                .isEqualTo("r-x------");
        Files.setPosixFilePermissions(server.root(), PosixFilePermissions.fromString("rwx------"));
        assertThat(server.victim()).isDirectory();
    }

    private static void readOnly(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-x------"));
    }

    private String eraseWithoutPrivileges() throws Exception {
        List<String> command = new ArrayList<>();
        if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            command.addAll(List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all"));
        }
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        Unprivileged.class.getName(),
                        server.root().toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return said;
    }

    /** Erases the victim's folder; says why if it cannot. */
    static final class Unprivileged {
        private Unprivileged() {}

        public static void main(String[] arguments) {
            Fileserver server = new Fileserver(Path.of(arguments[0]));
            List<String> plan = server.items().stream().map(Item::why).toList();
            try {
                server.erase(server.phase(), new RecordingGate());
            } catch (RuntimeException failure) {
                System.out.println(plan + " " + failure);
            }
        }
    }
}
