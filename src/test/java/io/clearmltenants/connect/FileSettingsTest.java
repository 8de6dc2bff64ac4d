package io.clearmltenants.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the fileserver's files are, and which URLs mean them. */
class FileSettingsTest {
    @TempDir Path root;
    private Machine machine;

    @BeforeEach
    void aMachineThatSaysNothing() {
        machine = new Machine(root);
    }

    @Test
    void theUsualFolderCountsOnlyWhereItExists() throws Exception {
        assertThat(machine.resolve().files()).isEmpty();

        Files.createDirectories(root.resolve("mnt/fileserver"));
        assertThat(machine.resolve().files())
                .map(Setting::value)
                .contains(root.resolve("mnt/fileserver"));
    }

    @Test
    void theFileserversVariablesNameTheFolder() {
        machine.variable("TRAINS_UPLOAD_FOLDER", "/data/trains");
        assertThat(machine.resolve().files())
                .contains(
                        new Setting<>(
                                Path.of("/data/trains"), Origin.variable("TRAINS_UPLOAD_FOLDER")));

        machine.variable("CLEARML_UPLOAD_FOLDER", "/data/clearml");
        assertThat(machine.resolve().files())
                .map(Setting::value)
                .contains(Path.of("/data/clearml"));
    }

    @Test
    void everyAddressOfTheFileserverCounts() {
        machine.hosts("fileserver: \"http://files:8081/\"")
                .variable("CLEARML_FILES_HOST", "https://files.example.com")
                .file(
                        "opt/clearml/config/services/async_urls_delete.conf",
                        "fileserver.url_prefixes: [\"https://old.example.com/files/\"]");

        assertThat(machine.resolve().fileHosts())
                .containsOnlyKeys(
                        "http://files:8081",
                        "https://old.example.com/files",
                        "https://files.example.com");
    }
}
