package io.clearmltenants.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `doctor` shows of where everything is. */
class ServerSettingsTest {
    @TempDir Path root;

    @Test
    void eachSettingIsShownWithItsOriginAndNoSecretIsShown() {
        Server server =
                new Machine(root)
                        .flag(
                                "--mongo",
                                "mongodb://u:hunter2@h/?tlsCertificateKeyFilePassword=hunter2")
                        .flag("--elastic", "https://e:hunter2@es")
                        .variable("REDIS_SERVICE_PASSWORD", "hunter2")
                        .resolve();

        var lines = new ServerSettings(server, Optional.empty()).lines();
        assertThat(lines).noneMatch(line -> line.toString().contains("hunter2"));
        assertThat(lines)
                .contains(
                        new SettingLine(
                                "MongoDB, database auth",
                                "mongodb://u:***@h/auth?tlsCertificateKeyFilePassword=***&authSource=admin",
                                "flag --mongo"),
                        new SettingLine(
                                "Elasticsearch, cluster events",
                                "https://es:9200",
                                "flag --elastic"),
                        new SettingLine(
                                "Elasticsearch, cluster events, user", "e", "flag --elastic"),
                        new SettingLine(
                                "Redis, workers", "redis://127.0.0.1:6379/4", "built-in default"),
                        new SettingLine(
                                "Redis, workers, password",
                                "***",
                                "variable REDIS_SERVICE_PASSWORD"),
                        new SettingLine("fileserver folder", "not on this host", "nobody"));
    }

    @Test
    void aFolderOnAnotherMachineIsShownWithThatMachine() {
        var lines =
                new ServerSettings(new Machine(root).resolve(), Optional.of(new OtherMachine()))
                        .lines();

        assertThat(lines)
                .contains(
                        new SettingLine(
                                "fileserver folder",
                                "/mnt/fileserver of pod files-0",
                                "built-in default"));
    }

    private record OtherMachine() implements FarFiles {
        @Override
        public Setting<Path> folder() {
            return new Setting<>(
                    Path.of("/mnt/fileserver"), new Origin(Origin.Kind.DEFAULT, "files"));
        }

        @Override
        public String label() {
            return "pod files-0";
        }

        @Override
        public FarProgram start(List<String> arguments) {
            throw new AssertionError("showing a folder starts nothing there");
        }
    }
}
