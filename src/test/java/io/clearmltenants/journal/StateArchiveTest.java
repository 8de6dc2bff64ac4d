package io.clearmltenants.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is removed of a Job's state folder, whose path is somebody's word. */
class StateArchiveTest {
    @TempDir Path volume;

    @Test
    void aStateFolderIsRemovedWithItsRuns() throws IOException {
        Path folder = volume.resolve(StateArchive.newName());
        Files.createDirectories(folder.resolve("runs/20260131T120000Z-acme-1a2b3c4d"));

        StateArchive.remove(folder);

        assertThat(folder).doesNotExist();
    }

    @Test
    void aTenantsFolderStaysWhoeverNamesIt() throws IOException {
        Path tenant = Files.createDirectories(volume.resolve("c0ffee/runs")).getParent();

        refused(tenant);
    }

    @Test
    void aFolderOfTheRightNameWithOtherContentStays() throws IOException {
        Path folder = Files.createDirectories(volume.resolve(StateArchive.newName()));
        Files.createDirectories(folder.resolve("runs"));
        Files.writeString(folder.resolve("model.bin"), "m");

        refused(folder);
    }

    @Test
    void aLinkOfTheRightNameIsNotFollowed() throws IOException {
        Path target = Files.createDirectories(volume.resolve("c0ffee/runs")).getParent();
        Path link = volume.resolve(StateArchive.newName());
        Files.createSymbolicLink(link, target);

        refused(link);
        assertThat(target.resolve("runs")).exists();
    }

    private static void refused(Path folder) {
        assertThatThrownBy(() -> StateArchive.remove(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no state folder of this program");
        assertThat(folder.resolve("runs")).exists();
    }
}
