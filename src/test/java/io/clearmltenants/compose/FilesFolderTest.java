package io.clearmltenants.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectContainerResponse.Mount;
import io.clearmltenants.docker.Container;
import io.clearmltenants.docker.Described;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilesFolderTest {
    private static final Container FILESERVER =
            Described.container(
                    """
                    {'Mounts': [
                      {'Type': 'bind', 'Source': '/opt/clearml', 'Destination': '/mnt', 'RW': true},
                      {'Type': 'volume', 'Name': 'files', 'Source': '/var/lib/docker/volumes/files/_data',
                       'Destination': '/mnt/fileserver', 'RW': true},
                      {'Type': 'tmpfs', 'Source': '', 'Destination': '/mnt/fileserver/tmp', 'RW': true}]}
                    """);

    @Test
    void theNearestMountAboveHoldsTheFolder() {
        assertThat(mount("/mnt/fileserver")).map(Mount::getName).contains("files");
        assertThat(mount("/mnt/fileserver2")).map(Mount::getSource).contains("/opt/clearml");
    }

    @Test
    void withoutAMountItIsTheContainersOwn() {
        assertThat(mount("/data")).isEmpty();
    }

    private static Optional<Mount> mount(String path) {
        return new FilesFolder(FILESERVER, Path.of(path)).mount();
    }
}
