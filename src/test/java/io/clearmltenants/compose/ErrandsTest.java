package io.clearmltenants.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clearmltenants.connect.HeldFolder;
import io.clearmltenants.docker.Container;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which helpers are taken for those of killed runs. */
class ErrandsTest {
    private static final String ME = System.getProperty("user.name");

    @TempDir Path folder;

    @Test
    void aHelperWhoseRunIsGoneIsAbandoned() {
        assertThat(Errands.abandoned(helper(ME, folder.resolve("gone")))).isTrue();
    }

    @Test
    void aHelperWhoseRunLivesIsNot() {
        try (HeldFolder held = HeldFolder.create()) {
            assertThat(Errands.abandoned(helper(ME, held.path()))).isFalse();
        }
    }

    @Test
    void aHelperOfAnotherUserIsNotThoughItsFolderCannotBeSeen() {
        assertThat(Errands.abandoned(helper("somebody-else", folder.resolve("gone")))).isFalse();
    }

    private static Container helper(String user, Path held) {
        ObjectNode container = new ObjectMapper().createObjectNode();
        container
                .putObject("Config")
                .putObject("Labels")
                .put("io.clearmltenants.user", user)
                .put("io.clearmltenants.held", held.toString());
        return new Container(container);
    }
}
