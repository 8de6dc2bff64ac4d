package io.clearmltenants.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OddTreesTest {
    @TempDir Path folder;
    private Fileserver server;

    @BeforeEach
    void start() {
        server = Fileserver.in(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a%20space",
                "a%0Anewline",
                "r%25C3%25A9+sum%25C3%25A9",
                "BBB%20Vision%20%2526%20Co",
                "caf%C3%A9",
                "not%FF%FEutf8%80",
                "%1B%5B31m",
                "-rf",
                "%2A",
                "%5C"
            })
    void filesAndFoldersOfAnyNameAreFoundAndErased(String encodedName) throws IOException {
        Path odd = Files.createDirectory(Fileserver.raw(server.victim(), encodedName));
        Files.writeString(odd.resolve("file"), "x");
        Files.writeString(Fileserver.raw(server.victim().resolve("project"), encodedName), "x");

        assertThat(server.item().amount().count()).isEqualTo(4);
        server.erase(server.phase(), new RecordingGate());

        assertThat(server.items()).isEmpty();
        assertThat(server.doomed()).doesNotExist();
    }

    @Test
    void namesAsLongAsAFileSystemAllowsAreErased() throws IOException {
        String longest = "n".repeat(255);
        Path inner = server.victim().resolve(longest).resolve(longest);
        Files.createDirectories(inner);
        Files.writeString(inner.resolve(longest), "x");

        server.erase(server.phase(), new RecordingGate());

        assertThat(server.items()).isEmpty();
    }

    @Test
    void aTreeDeeperThanAPathMayBeIsCountedAndErased() throws IOException {
        deepen(server.victim(), 12_000);

        assertThat(server.item().amount().count()).isEqualTo(2);
        RecordingGate gate = new RecordingGate();
        server.erase(server.phase(), gate);

        assertThat(gate.units()).isEqualTo(2);
        assertThat(server.items()).isEmpty();
    }

    @Test
    void aDeepTreeWithBranchesOnEachLevelIsCountedWhole() throws IOException {
        Path tree = server.root().resolve("branches");
        Files.createDirectories(tree);
        for (int level = 0; level < 200; level++) {
            Path above = Files.createDirectory(server.root().resolve("above"));
            for (String side : new String[] {"a", "z"}) {
                Files.createDirectories(above.resolve(side + "/inner"));
                Files.writeString(above.resolve(side + "/inner/file"), "x");
            }
            Files.move(tree, above.resolve("m"));
            Files.move(above, tree);
        }

        assertThat(TreeWalk.tally(server.root(), Path.of("branches")).files()).isEqualTo(400);
        Files.move(tree, server.victim().resolve("branches"));
        server.erase(server.phase(100), new RecordingGate());
        assertThat(server.items()).isEmpty();
    }

    @Test
    void aWideFolderIsErasedInBoundedChunks() throws IOException {
        Path wide = Files.createDirectory(server.victim().resolve("wide"));
        for (int number = 0; number < 50_000; number++) {
            Files.createFile(wide.resolve("file " + number));
        }

        RecordingGate gate = new RecordingGate();
        server.erase(server.phase(1_000), gate);

        assertThat(gate.units()).isEqualTo(50_002);
        assertThat(gate.chunks()).hasSizeGreaterThan(50);
        assertThat(server.items()).isEmpty();
    }

    @Test
    void manyFoldersWithinOneAreErasedThoughAChunkIsSmallerThanTheirNumber() throws IOException {
        for (int number = 0; number < 2_000; number++) {
            Files.createDirectories(server.victim().resolve("wide/" + number + "/inner"));
        }

        server.erase(server.phase(10), new RecordingGate());

        assertThat(server.items()).isEmpty();
    }

    @Test
    void onlyAFewFoldersAreOpenAtOnce() throws IOException {
        deepen(server.victim(), 500);
        for (int number = 0; number < 500; number++) {
            Files.createDirectories(server.victim().resolve("wide/" + number + "/inner"));
        }
        int before = openFiles();
        int[] most = {0};
        RecordingGate gate =
                new RecordingGate().before(() -> most[0] = Math.max(most[0], openFiles()));

        server.erase(server.phase(10), gate);

        // the root and the doomed folder, with two descriptors each, and some of the test's own
        assertThat(most[0] - before).isLessThan(20);
    }

    private static int openFiles() {
        String[] open = new java.io.File("/proc/self/fd").list();
        return open == null ? 0 : open.length;
    }

    /** Pushes a folder's content down, level by level, so that no path used here is long. */
    private void deepen(Path top, int levels) throws IOException {
        Path above = server.root().resolve("tmp/above");
        for (int level = 0; level < levels; level++) {
            Files.createDirectory(above);
            Files.move(top, above.resolve("d"));
            Files.move(above, top);
        }
    }
}
