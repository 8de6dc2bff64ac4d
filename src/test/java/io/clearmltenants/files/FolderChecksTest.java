package io.clearmltenants.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderChecksTest {
    private static final TenantId VICTIM = new TenantId(Fileserver.VICTIM);

    @TempDir Path folder;
    private Fileserver server;

    @BeforeEach
    void start() {
        server = Fileserver.in(folder);
    }

    @Test
    void aPlainRootWithAPlainFolderIsFine() {
        assertThat(new FolderChecks(server.root()).root()).isEmpty();
        assertThat(new FolderChecks(server.root()).tenant(VICTIM)).isEmpty();
    }

    @Test
    void aRootThatIsALinkToAFolderIsFine() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), server.root());

        assertThat(new FolderChecks(link).root()).isEmpty();
        assertThat(new FolderChecks(link).tenant(VICTIM)).isEmpty();
    }

    @Test
    void aMissingRootIsRefused() {
        assertThat(new FolderChecks(folder.resolve("missing")).root())
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("does not exist", "--files"));
    }

    @Test
    void aRootThatIsAFileIsRefused() {
        assertThat(new FolderChecks(server.root().resolve("tmp/upload")).root())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("is not a folder"));
    }

    @Test
    void theMachinesRootIsRefusedAlsoBehindALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/"));

        assertThat(new FolderChecks(Path.of("/")).root()).isPresent();
        assertThat(new FolderChecks(Path.of("/usr/..")).root()).isPresent();
        assertThat(new FolderChecks(link).root())
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("root of the whole machine"));
    }

    @Test
    void aTenantWithoutAFolderIsFine() {
        assertThat(new FolderChecks(server.root()).tenant(new TenantId("nobody"))).isEmpty();
    }

    @Test
    void aTenantsFolderThatIsALinkIsRefused() throws IOException {
        Files.createSymbolicLink(
                server.root().resolve("linked"), server.root().resolve(Fileserver.BYSTANDER));
        Files.createSymbolicLink(server.root().resolve("dangling"), Path.of("nowhere"));

        assertThat(new FolderChecks(server.root()).tenant(new TenantId("linked")))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("is a link to"));
        assertThat(new FolderChecks(server.root()).tenant(new TenantId("dangling"))).isPresent();
    }

    @Test
    void aTenantsFolderThatIsAFileIsRefused() {
        server.file("plain", "x");

        assertThat(new FolderChecks(server.root()).tenant(new TenantId("plain")))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("is not a folder"));
    }
}
