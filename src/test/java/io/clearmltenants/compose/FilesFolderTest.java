package io.clearmltenants.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.docker.Container;
import io.clearmltenants.docker.Described;
import io.clearmltenants.docker.Mount;
import java.nio.file.Path;
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
        assertThat(FilesFolder.mount(FILESERVER, Path.of("/mnt/fileserver")))
                .map(Mount::name)
                .contains("files");
        assertThat(FilesFolder.mount(FILESERVER, Path.of("/mnt/fileserver2")))
                .map(Mount::source)
                .contains("/opt/clearml");
    }

    @Test
    void withoutAMountItIsTheContainersOwn() {
        assertThat(FilesFolder.mount(FILESERVER, Path.of("/data"))).isEmpty();
    }
}
