package io.clearmltenants.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.connect.ConnectFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubeconfigFileTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiVersion: v1\nkind: Config\nclusters: []\n",
                "{\"clusters\": []}",
                "current-context: there\n"
            })
    void aKubeconfigPasses(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("config"), text);

        assertThatCode(() -> new KubeconfigFile(file).check()).doesNotThrowAnyException();
    }

    @Test
    void textBytesAndFoldersAreNoKubeconfigs() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "hello\n");
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, 0, 1});

        assertNone(text, "it names no clusters, contexts or users");
        assertNone(bytes, "it is no text");
        assertNone(folder, "it is a folder");
        assertNone(Path.of("/dev/zero"), "it is a pipe or a device, not a file");
    }

    @Test
    void allThatTheVariableNamesAreRead() throws IOException {
        Path one = Files.createFile(folder.resolve("one"));
        Path two = Files.createFile(folder.resolve("two"));

        assertThat(KubeconfigFile.all(Map.of("KUBECONFIG", one + "::" + two + ":/missing")))
                .containsExactly(new KubeconfigFile(one), new KubeconfigFile(two));
        assertThat(KubeconfigFile.all(Map.of("HOME", folder.toString()))).isEmpty();
    }

    private static void assertNone(Path file, String problem) {
        assertThatThrownBy(() -> new KubeconfigFile(file).check())
                .isInstanceOf(ConnectFailure.class)
                .hasMessage(
                        file
                                + " is no kubeconfig: "
                                + problem
                                + "; see KUBECONFIG or ~/.kube/config.");
    }
}
