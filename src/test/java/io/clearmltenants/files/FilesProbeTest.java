package io.clearmltenants.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.phase.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesProbeTest {

    @Test
    void aFolderThatIsKnownIsAskedForItsState(@TempDir Path folder) {
        FilesProbe probe = new FilesProbe(Fileserver.in(folder).configured());

        assertThat(probe.probe()).hasSize(1).allMatch(state -> state.store() == Store.FILES);
        assertThat(probe.outOfReach()).isEmpty();
    }

    @Test
    void aFolderThatNobodyKnowsIsSaidToBeOutOfReach() {
        FilesProbe probe = new FilesProbe(Fileserver.nowhere());

        assertThat(probe.probe()).isEmpty();
        assertThat(probe.outOfReach()).hasValue("No folder is known; name it with --files.");
    }
}
