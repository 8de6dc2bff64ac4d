package io.clearmltenants.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.PhaseName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesWitnessTest {
    @TempDir Path folder;
    private Fileserver server;
    private FilesWitness witness;

    @BeforeEach
    void start() {
        server = Fileserver.in(folder);
        witness = new FilesWitness(server.configured());
    }

    @Test
    void theTenantsFolderIsALeftoverWithItsFiles() {
        assertThat(witness.look(Fileserver.target()))
                .containsExactly(new Leftover(PhaseName.FILES, server.victim().toString(), 2));
    }

    @Test
    void aFolderThatAStoppedRunLeftIsALeftover() {
        server.phase().erase(Fileserver.target(), server.item(), new RecordingGate().stopAfter(0));

        assertThat(witness.look(Fileserver.target()))
                .containsExactly(new Leftover(PhaseName.FILES, server.doomed().toString(), 2));
    }

    @Test
    void anEmptyFolderALinkAndAFileAreLeftoversToo() throws IOException {
        Files.createDirectory(server.root().resolve("empty"));
        Files.createSymbolicLink(server.root().resolve("link"), Path.of(Fileserver.BYSTANDER));
        server.file("plain", "x");

        for (String id : new String[] {"empty", "link", "plain"}) {
            assertThat(witness.look(Fileserver.target(id)))
                    .containsExactly(
                            new Leftover(PhaseName.FILES, server.root().resolve(id).toString(), 1));
        }
    }

    @Test
    void neighboursWithNamesThatNoCharacterSetExplainsDoNotDisturb() throws IOException {
        Files.createDirectory(Fileserver.raw(server.root(), "not%FF%FEutf8"));
        Files.createDirectory(Fileserver.raw(server.root(), "caf%C3%A9"));

        assertThat(witness.look(Fileserver.target())).hasSize(1);
        assertThat(server.items()).hasSize(1);
    }

    @Test
    void afterAnErasureNothingIsLeft() {
        server.erase(server.phase(), new RecordingGate());

        assertThat(witness.look(Fileserver.target())).isEmpty();
        assertThat(witness.look(Fileserver.target(Fileserver.BYSTANDER))).hasSize(1);
    }

    @Test
    void withoutAFolderOnThisHostNothingCanBeSaid() {
        FilesWitness blind = new FilesWitness(Fileserver.nowhere());

        assertThat(blind.look(Fileserver.target())).isEmpty();
    }

    @Test
    void aWitnessThatKnowsNoFolderSaysSo() {
        FilesWitness blind = new FilesWitness(Fileserver.nowhere());

        assertThat(blind.look(Fileserver.target())).isEmpty();
        assertThat(blind.blind(Fileserver.target()))
                .hasValueSatisfying(why -> assertThat(why).contains("--files"));
    }
}
