package io.clearmltenants.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeldFolderTest {
    private final List<Path> made = new ArrayList<>();

    @AfterEach
    void remove() throws IOException {
        for (Path folder : made) {
            Files.deleteIfExists(folder.resolve(".held"));
            Files.deleteIfExists(folder);
        }
    }

    @Test
    void aFolderThatCannotBeFilledIsRemovedWithWhatItHasAlready() {
        List<Path> seen = new ArrayList<>();

        assertThatThrownBy(
                        () ->
                                HeldFolder.filled(
                                        folder -> {
                                            seen.add(folder);
                                            Files.writeString(folder.resolve("secret"), "s");
                                            throw new IOException("no space left");
                                        }))
                .hasMessage("no space left");
        assertThat(seen.getFirst()).doesNotExist();
    }

    @Test
    void whatAKilledProcessOfOursLeftIsRemoved() throws IOException {
        Path left = abandoned("rwx------");

        HeldFolder.removeAbandoned();

        assertThat(left).doesNotExist();
    }

    @Test
    void aFolderThatOthersMayWriteToIsNotTakenForOurs() throws IOException {
        Path theirs = abandoned("rwxrwxrwx");

        HeldFolder.removeAbandoned();

        assertThat(theirs.resolve(".held")).exists();
    }

    private Path abandoned(String permissions) throws IOException {
        Path folder = Files.createTempDirectory("clearml-tenants-");
        made.add(folder);
        Files.createFile(folder.resolve(".held"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
        return folder;
    }
}
