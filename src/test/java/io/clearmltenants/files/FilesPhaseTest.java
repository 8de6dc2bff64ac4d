package io.clearmltenants.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.OwnershipLost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesPhaseTest {
    @TempDir Path folder;
    private Fileserver server;

    @BeforeEach
    void start() {
        server = Fileserver.in(folder);
    }

    @Test
    void theTenantsFolderIsFoundWithItsFilesAndBytes() {
        Item item = server.item();

        assertThat(item.kind()).isEqualTo("folder");
        assertThat(item.locator()).isEqualTo(server.victim().toString());
        assertThat(item.address())
                .isEqualTo(Map.of("root", server.root().toString(), "name", Fileserver.VICTIM));
        assertThat(item.amount()).isEqualTo(new Amount(2, "files", 12));
    }

    @Test
    void theFingerprintChangesWhenAFileJoinsAndIsTheSameWhenItHasLeft() throws IOException {
        Optional<String> before = server.item().fingerprint();

        Path late = server.file(Fileserver.VICTIM + "/project/late", "");
        assertThat(server.item().fingerprint()).isNotEqualTo(before);

        Files.delete(late);
        assertThat(server.item().fingerprint()).isEqualTo(before);
    }

    @Test
    void theFingerprintChangesWhenAFileMovesOrGrows() throws IOException {
        Optional<String> before = server.item().fingerprint();

        Path model = server.victim().resolve("project/task.1/models/model.pt");
        Files.writeString(model, "longer weights");
        Optional<String> grown = server.item().fingerprint();
        assertThat(grown).isNotEqualTo(before);

        Files.move(model, server.victim().resolve("project/task.1/model.pt"));
        assertThat(server.item().fingerprint()).isNotEqualTo(grown);
    }

    @Test
    void foldersOfEarlierRunsAreFoundToo() {
        server.file("." + Fileserver.VICTIM + ".deleting-20250101T000000Z-0001/rest", "x");

        assertThat(server.items())
                .extracting(item -> item.at("name"))
                .containsExactly(
                        "." + Fileserver.VICTIM + ".deleting-20250101T000000Z-0001",
                        Fileserver.VICTIM);
    }

    @Test
    void namesThatOnlyResembleTheTenantsAreNotFound() {
        for (String twin :
                new String[] {
                    Fileserver.VICTIM + "2",
                    Fileserver.VICTIM + "_x",
                    Fileserver.VICTIM.toUpperCase(Locale.ROOT),
                    "x-" + Fileserver.VICTIM,
                    "." + Fileserver.VICTIM,
                    "." + Fileserver.VICTIM + ".deleting-",
                    "." + Fileserver.VICTIM + ".deleting-run.old",
                    "x." + Fileserver.VICTIM + ".deleting-run"
                }) {
            server.file(twin + "/file", "x");
        }

        assertThat(server.items())
                .extracting(item -> item.at("name"))
                .containsExactly(Fileserver.VICTIM);
    }

    @Test
    void erasingLeavesNothingOfTheTenantAndEverythingOfTheOthers() {
        Map<String, String> bystander =
                Fileserver.snapshot(server.root().resolve(Fileserver.BYSTANDER));
        Map<String, String> temporary = Fileserver.snapshot(server.root().resolve("tmp"));
        RecordingGate gate = new RecordingGate();

        server.erase(server.phase(), gate);

        assertThat(server.root()).isDirectoryNotContaining("glob:**" + Fileserver.VICTIM + "*");
        assertThat(server.items()).isEmpty();
        assertThat(gate.units()).isEqualTo(2);
        assertThat(Fileserver.snapshot(server.root().resolve(Fileserver.BYSTANDER)))
                .isEqualTo(bystander);
        assertThat(Fileserver.snapshot(server.root().resolve("tmp"))).isEqualTo(temporary);
    }

    @Test
    void theFolderIsRenamedBeforeAnythingInItGoes() {
        RecordingGate gate = new RecordingGate().stopAfter(0);

        boolean more = server.phase().erase(Fileserver.target(), server.item(), gate);

        assertThat(more).isTrue();
        assertThat(server.victim()).doesNotExist();
        assertThat(server.doomed().resolve("project/task.1/models/model.pt")).hasContent("weights");
        assertThat(gate.chunks())
                .containsExactly("rename " + Fileserver.VICTIM + " to " + Fileserver.DOOMED);
    }

    @Test
    void erasingWhatIsGoneIsSuccess() {
        Item item = server.item();
        server.erase(server.phase(), new RecordingGate());
        RecordingGate gate = new RecordingGate();

        assertThat(server.phase().erase(Fileserver.target(), item, gate)).isFalse();
        assertThat(gate.chunks()).isEmpty();
    }

    @Test
    void anEmptyFolderGoesToo() throws IOException {
        String id = "an-empty-tenant";
        Files.createDirectory(server.root().resolve(id));
        Item item = server.phase().find(Fileserver.target(id)).findFirst().orElseThrow();

        server.phase().erase(Fileserver.target(id), item, new RecordingGate());

        assertThat(item.amount().count()).isZero();
        assertThat(server.root().resolve(id)).doesNotExist();
    }

    @Test
    void anItemThatNamesAnotherTenantsFolderIsRefused() {
        Item forged = withAddress(server.root(), Fileserver.BYSTANDER);

        assertThatThrownBy(
                        () ->
                                server.phase()
                                        .erase(Fileserver.target(), forged, new RecordingGate()))
                .isInstanceOf(OwnershipLost.class);
        assertThat(server.root().resolve(Fileserver.BYSTANDER)).isDirectory();
    }

    @Test
    void anItemOfAnotherRootIsRefused(@TempDir Path elsewhere) throws IOException {
        Item moved = withAddress(elsewhere.toRealPath(), Fileserver.VICTIM);

        assertThatThrownBy(
                        () -> server.phase().erase(Fileserver.target(), moved, new RecordingGate()))
                .isInstanceOf(ConnectFailure.class)
                .hasMessageContaining("--files");
    }

    @Test
    void withoutAFolderOnThisHostThereAreNoItems() {
        FilesPhase phase = new FilesPhase(Fileserver.nowhere());

        assertThat(phase.find(Fileserver.target())).isEmpty();
    }

    @Test
    void aRootThatCannotBeListedIsNotTakenForAnEmptyOne() {
        FilesPhase phase = new FilesPhase(Fileserver.at(folder.resolve("missing")));

        assertThatThrownBy(() -> phase.find(Fileserver.target()).toList())
                .isInstanceOf(ConnectFailure.class)
                .hasMessageContaining("does not exist");
    }

    private Item withAddress(Path root, String name) {
        Item item = server.item();
        return new Item(
                item.phase(),
                item.kind(),
                item.locator(),
                Map.of("root", root.toString(), "name", name),
                item.amount(),
                item.why(),
                item.fingerprint());
    }
}
