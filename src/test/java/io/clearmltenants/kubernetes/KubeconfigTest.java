package io.clearmltenants.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.connect.ConnectFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigTest {
    @TempDir Path folder;

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> kubeconfig("/nowhere/kubeconfig").check())
                .isInstanceOf(ConnectFailure.class)
                .hasMessageContaining("KUBECONFIG names /nowhere/kubeconfig, which is not there");
    }

    @Test
    void oneOfSeveralFilesMayBeMissing() throws Exception {
        Path file = Files.writeString(folder.resolve("config"), "kind: Config\n");

        assertThatCode(() -> kubeconfig("/nowhere/kubeconfig:" + file).check())
                .doesNotThrowAnyException();
    }

    @Test
    void textBytesAndFoldersAreNoKubeconfigs() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "hello, world\n");
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {0, 1, 2, (byte) 0xff, 4});
        Path broken = Files.writeString(folder.resolve("broken"), "clusters: [\n");

        for (Path file : new Path[] {text, bytes, broken}) {
            assertThatThrownBy(() -> kubeconfig(file.toString()).check())
                    .isInstanceOf(ConnectFailure.class)
                    .hasMessageContaining("The kubeconfig " + file + " cannot be used")
                    .message()
                    .hasLineCount(1);
        }
    }

    @Test
    void withoutTheVariableTheHomesFileCountsAndNeedNotBeThere() {
        Kubeconfig usual = new Kubeconfig(Map.of("HOME", folder.toString()));

        assertThat(usual.files()).containsExactly(folder.resolve(".kube/config"));
        assertThatCode(usual::check).doesNotThrowAnyException();
        assertThat(usual.exists()).isFalse();
    }

    private static Kubeconfig kubeconfig(String files) {
        return new Kubeconfig(Map.of("KUBECONFIG", files));
    }
}
