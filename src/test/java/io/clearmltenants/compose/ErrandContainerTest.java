package io.clearmltenants.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.Link;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.core.command.CreateContainerCmdImpl;
import io.clearmltenants.connect.Errand;
import io.clearmltenants.connect.Errand.Word;
import io.clearmltenants.connect.HeldFolder;
import io.clearmltenants.docker.Container;
import io.clearmltenants.docker.Described;
import io.clearmltenants.docker.Endpoint;
import io.clearmltenants.docker.Engine;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a helper is made like. */
class ErrandContainerTest {
    private static final Container APISERVER =
            Described.container(
                    """
                    {'Name': '/clearml-apiserver', 'Image': 'sha256:1', 'Config': {'Env': ['A=1', 'B=2=3']},
                     'HostConfig': {'NetworkMode': 'p_backend', 'ExtraHosts': ['s3.local:10.9.9.9']},
                     'NetworkSettings': {'Networks': {
                       'p_backend': {'NetworkID': 'back', 'Links': ['old-redis:cache']},
                       'p_frontend': {'NetworkID': 'front'}}},
                     'Mounts': [
                      {'Type': 'bind', 'Source': '/opt/config', 'Destination': '/opt/clearml/config', 'RW': true},
                      {'Type': 'tmpfs', 'Source': '', 'Destination': '/tmp', 'RW': true}]}
                    """);

    private static final Container FILESERVER =
            Described.container(
                    """
                    {'Name': '/clearml-fileserver', 'Config': {'User': '1000:1000'}, 'Mounts': [
                      {'Type': 'volume', 'Name': 'files', 'Source': '/var/lib/docker/volumes/files/_data',
                       'Destination': '/mnt/fileserver', 'RW': true}]}
                    """);

    @Test
    void itIsWhereTheApiserverIsWithItsVariablesAndTheFilesOfTheFileserver() {
        CreateContainerCmd made = describe(FILESERVER);

        assertThat(made.getEnv()).contains("A=1", "B=2=3");
        assertThat(made.getUser()).isEqualTo("1000:1000");
        assertThat(made.getCmd())
                .containsExactly("list", "--site=local", "--files=/mnt/fileserver", "--json", "--");
        assertThat(made.getHostConfig().getNetworkMode()).isEqualTo("p_backend");
        assertThat(made.getHostConfig().getLinks()).containsExactly(new Link("old-redis", "cache"));
        assertThat(made.getHostConfig().getExtraHosts()).containsExactly("s3.local:10.9.9.9");
        assertThat(made.getHostConfig().getMounts())
                .extracting(Mount::getSource, Mount::getTarget)
                .containsExactly(
                        tuple("/opt/config", "/opt/clearml/config"),
                        tuple("files", "/mnt/fileserver"));
    }

    @Test
    void filesThatNoOtherContainerReachesAreNamedThereWithAWayOut() {
        Container bare = Described.container("{'Name': '/own-layer', 'Config': {}}");

        assertThat(describe(bare).getEnv())
                .anyMatch(
                        variable ->
                                variable.startsWith("CLEARML_TENANTS_FOLDER_MISSING=")
                                        && variable.contains("own-layer is in its own layer")
                                        && variable.contains("--without files"));
    }

    private static CreateContainerCmd describe(Container fileserver) {
        Engine engine =
                new Engine(new Endpoint(URI.create("unix:///none"), Optional.empty(), "a test"));
        Installation installation =
                new Installation(
                        engine,
                        new Project(
                                "p",
                                Described.listed("{'Names': ['/clearml-apiserver']}"),
                                List.of()),
                        APISERVER,
                        Optional.of(new FilesFolder(fileserver, Path.of("/mnt/fileserver"))));
        Errand errand =
                new Errand(
                        List.of(
                                new Word.Plain("list"),
                                new Word.Plain("--json"),
                                new Word.Plain("--")),
                        Map.of(),
                        Optional.empty());
        try (HeldFolder held = HeldFolder.create()) {
            return new ErrandContainer(installation, held, errand)
                    .describe(
                            new CreateContainerCmdImpl(
                                    command -> null, new AuthConfig(), APISERVER.imageId()));
        }
    }
}
