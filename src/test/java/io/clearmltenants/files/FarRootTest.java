package io.clearmltenants.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.TransientFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FarRootTest {
    private static final String TASK = "0123456789abcdef0123456789abcdef";

    @TempDir Path folder;
    private Fileserver server;
    private FarFolder far;
    private FileRoot root;

    @BeforeEach
    void aFolderFarAway() {
        server = new Fileserver(folder);
        far = new FarFolder(folder);
        root = far.root();
    }

    @AfterEach
    void endTheDialogue() {
        root.close();
    }

    @Test
    void whatIsFoundFarAwayIsWhatIsFoundThere() throws IOException {
        server.file(Fileserver.VICTIM + "/project/file", "x");
        server.file(Fileserver.BYSTANDER + "/project/file", "x");

        assertThat(new FilesPhase(root).find(Fileserver.target()).toList())
                .isEqualTo(server.items());
        assertThat(new FilesWitness(root).look(Fileserver.target())).hasSize(1);
        assertThat(far.started())
                .containsExactly(List.of("fileserver-agent", "--files", folder.toString()));
    }

    @Test
    void everyPassageFarAwayWaitsForTheGateHere() throws IOException {
        server.file(Fileserver.VICTIM + "/project/deep/file", "x");
        server.file(Fileserver.BYSTANDER + "/file", "x");
        RecordingGate gate =
                new RecordingGate().before(() -> assertThat(folder).isNotEmptyDirectory());
        FilesPhase phase = new FilesPhase(root);

        for (Item item : phase.find(Fileserver.target()).toList()) {
            assertThat(phase.erase(Fileserver.target(), item, gate)).isFalse();
        }

        assertThat(folder.resolve(Fileserver.VICTIM)).doesNotExist();
        assertThat(folder).isDirectoryContaining(path -> path.endsWith(Fileserver.BYSTANDER));
        assertThat(gate.chunks()).hasSizeGreaterThan(2).first().asString().startsWith("rename ");
        assertThat(gate.units()).isEqualTo(1);
    }

    @Test
    void nothingIsChangedFarAwayWhereTheGateHereDoesNotOpen() throws IOException {
        server.file(Fileserver.VICTIM + "/file", "x");
        FilesPhase phase = new FilesPhase(root);
        Item item = phase.find(Fileserver.target()).findFirst().orElseThrow();
        RecordingGate closed =
                new RecordingGate()
                        .before(
                                () -> {
                                    throw new IllegalStateException("the lease is lost");
                                });

        assertThatThrownBy(() -> phase.erase(Fileserver.target(), item, closed))
                .hasMessage("the lease is lost");

        assertThat(folder.resolve(Fileserver.VICTIM).resolve("file")).exists();
    }

    @Test
    void aStopHereStopsFarAwayAfterThePassage() throws IOException {
        server.file(Fileserver.VICTIM + "/file", "x");
        FilesPhase phase = new FilesPhase(root);
        Item item = phase.find(Fileserver.target()).findFirst().orElseThrow();

        boolean more = phase.erase(Fileserver.target(), item, new RecordingGate().stopAfter(0));

        assertThat(more).isTrue();
        assertThat(server.items()).hasSize(1);
    }

    @Test
    void aLostConnectionIsWorthAnotherTryWhichStartsTheProgramAgain() throws IOException {
        server.file(Fileserver.VICTIM + "/file", "x");
        FilesPhase phase = new FilesPhase(root);
        Item item = phase.find(Fileserver.target()).findFirst().orElseThrow();
        RecordingGate cutting = new RecordingGate().before(far::cut);

        assertThatThrownBy(() -> phase.erase(Fileserver.target(), item, cutting))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("pod files-0");

        assertThat(phase.erase(Fileserver.target(), item, new RecordingGate())).isFalse();
        assertThat(folder).isEmptyDirectory();
        assertThat(far.started()).hasSize(2);
    }

    @Test
    void aFolderThatCannotBeUsedIsNamedWithItsMachine() throws IOException {
        Files.delete(folder);

        assertThatThrownBy(() -> new FilesPhase(root).find(Fileserver.target()).toList())
                .isInstanceOf(ConnectFailure.class)
                .hasMessageContaining("does not exist")
                .hasMessageContaining("pod files-0");
    }

    @Test
    void aLinkInPlaceOfTheTenantsFolderIsRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve(Fileserver.VICTIM), folder.resolve("elsewhere"));

        assertThat(root.refusal(Fileserver.target().id()))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("is a link"));
    }

    @Test
    void foldersByTaskAreComparedWithTheIdsThatAreKnownHere() {
        server.file("project/plots." + TASK + "/x", "x");
        server.file("project/other." + TASK.replace('0', '1') + "/x", "x");
        RootFolder there = root.folder().orElseThrow();

        RootLayout layout =
                FilesByProject.layout(there, Fileserver.target(Fileserver.VICTIM, TASK));

        assertThat(layout).isEqualTo(new RootLayout(false, 0, 1, 1, 1, 0));
        assertThat(
                        there.present(
                                Fileserver.target().id(),
                                List.of("http://h/project/plots." + TASK + "/x", "http://h/y")))
                .isEqualTo(1);
    }

    @Test
    void itsSpaceIsThatOfTheOtherMachine() {
        assertThat(new FilesProbe(root).probe())
                .singleElement()
                .extracting(ServerState::label)
                .asString()
                .endsWith("of pod files-0");
    }
}
