package io.clearmltenants.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearmltenants.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountPointsTest {
    private static final TenantId VICTIM = new TenantId(Fileserver.VICTIM);

    @TempDir Path folder;
    private Fileserver server;
    private Path bystander;
    private Map<String, String> untouched;

    @BeforeEach
    void start() {
        server = Fileserver.in(folder);
        bystander = server.root().resolve(Fileserver.BYSTANDER);
        untouched = Fileserver.snapshot(bystander);
    }

    @AfterEach
    void unmount() throws Exception {
        for (String path : new MountPoints().within(server.root())) {
            run("umount", path);
        }
    }

    @Test
    void aBindMountInTheTreeIsNotCrossedAndIsNamed() throws Exception {
        bind(bystander, server.victim().resolve("project/bind mount"));

        assertThatThrownBy(() -> server.erase(server.phase(), new RecordingGate()))
                .isInstanceOf(NotErased.class)
                .hasMessageContaining("1 entry below")
                .hasMessageContaining("/bind mount'")
                .hasMessageContaining("unmount it");

        assertThat(Fileserver.snapshot(bystander)).isEqualTo(untouched);
    }

    @Test
    void aBindMountDirectlyInTheTenantsFolderIsNotCrossed() throws Exception {
        bind(bystander, server.victim().resolve("bound"));

        assertThatThrownBy(() -> server.erase(server.phase(), new RecordingGate()))
                .isInstanceOf(NotErased.class)
                .hasMessageContaining(server.doomed().resolve("bound").toString());

        assertThat(Fileserver.snapshot(bystander)).isEqualTo(untouched);
    }

    @Test
    void onceItIsUnmountedTheErasureGoesOn() throws Exception {
        bind(bystander, server.victim().resolve("project/bound"));
        assertThatThrownBy(() -> server.erase(server.phase(), new RecordingGate()))
                .isInstanceOf(NotErased.class);
        unmount();

        server.erase(server.phase(), new RecordingGate());

        assertThat(server.items()).isEmpty();
        assertThat(Fileserver.snapshot(bystander)).isEqualTo(untouched);
    }

    @Test
    void anotherDeviceIsNeitherCountedNorErased() throws Exception {
        Path point = Files.createDirectory(server.victim().resolve("other device"));
        mount("-t", "tmpfs", "tmpfs", point.toString());
        Files.writeString(point.resolve("file"), "x");

        assertThat(server.item().amount().count()).isEqualTo(2);
        assertThatThrownBy(() -> server.erase(server.phase(), new RecordingGate()))
                .isInstanceOf(NotErased.class);

        assertThat(server.doomed().resolve("other device/file")).hasContent("x");
    }

    @Test
    void aTenantsFolderThatIsABindMountIsRefusedThoughItsDeviceIsTheSame() throws Exception {
        bind(bystander, server.victim());

        assertThat(new FolderChecks(server.root()).tenant(VICTIM))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("mounted on", VICTIM.value()));
        assertThatThrownBy(() -> server.erase(server.phase(), new RecordingGate()))
                .isInstanceOf(NotErased.class);
        assertThat(Fileserver.snapshot(bystander)).isEqualTo(untouched);
    }

    @Test
    void aMountPointDeepInTheTenantsFolderIsRefusedBeforehand() throws Exception {
        bind(bystander, server.victim().resolve("project/bound"));

        assertThat(new FolderChecks(server.root()).tenant(VICTIM))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("/project/bound", "unmount"));
    }

    @Test
    void theKernelsEscapesInNamesAreUndone(@TempDir Path elsewhere) throws IOException {
        Path table =
                Files.writeString(
                        elsewhere.resolve("mountinfo"),
                        "36 35 98:0 / /srv/a\\040b\\011c rw - ext4 /dev/vda rw\n"
                                + "37 35 98:0 /x /srv/a\\040b\\011c/d rw - ext4 /dev/vda rw\n"
                                + "38 35 98:0 /x /srv/other rw - ext4 /dev/vda rw\n");

        assertThat(new MountPoints(table).within(Path.of("/srv/a b\tc")))
                .containsExactly("/srv/a b\tc", "/srv/a b\tc/d");
    }

    private void bind(Path source, Path point) throws Exception {
        Files.createDirectories(point);
        mount("--bind", source.toString(), point.toString());
    }

    private void mount(String... arguments) throws Exception {
        // The shell says by its code, too, that there is no such program.
        List<String> command = new ArrayList<>(List.of("sh", "-c", "mount \"$@\"", "mount"));
        command.addAll(List.of(arguments));
        assumeTrue(
                run(command.toArray(String[]::new)) == 0,
                "mounting is not permitted here, so there is no mount point to test with");
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
