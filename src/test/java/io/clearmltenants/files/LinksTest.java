package io.clearmltenants.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {
    @TempDir Path folder;
    private Fileserver server;
    private Path bystander;
    private Map<String, String> untouched;

    @BeforeEach
    void start() {
        server = Fileserver.in(folder);
        bystander = server.root().resolve(Fileserver.BYSTANDER);
        untouched = Fileserver.snapshot(bystander);
    }

    @Test
    void aLinkInTheTreeIsRemovedAndItsTargetStays() throws IOException {
        Files.createSymbolicLink(server.victim().resolve("folder"), bystander);
        Files.createSymbolicLink(
                server.victim().resolve("project/file"),
                bystander.resolve("project/task.2/models/model.pt"));
        Files.createSymbolicLink(server.victim().resolve("project/up"), Path.of("../.."));
        Files.createSymbolicLink(server.victim().resolve("dangling"), Path.of("nowhere"));

        assertThat(server.item().amount().count()).isEqualTo(2 + 4);
        server.erase(server.phase(), new RecordingGate());

        assertThat(server.items()).isEmpty();
        assertThat(Fileserver.snapshot(bystander)).isEqualTo(untouched);
    }

    @Test
    void aHardLinkGoesAndTheFileKeepsItsOtherName() throws IOException {
        Path kept = server.root().resolve("tmp/kept");
        Files.createLink(kept, server.victim().resolve("project/task.1/models/model.pt"));

        server.erase(server.phase(), new RecordingGate());

        assertThat(server.items()).isEmpty();
        assertThat(kept).hasContent("weights");
    }

    @Test
    void aTenantsFolderThatIsALinkIsNoItem() throws IOException {
        Path link = server.root().resolve("linked-tenant");
        Files.createSymbolicLink(link, bystander);

        assertThat(server.phase().find(Fileserver.target("linked-tenant"))).isEmpty();
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aFolderThatIsReplacedByALinkBetweenChunksLeadsNowhere() {
        RecordingGate gate = new RecordingGate();
        gate.before(
                () -> {
                    if (gate.chunks().size() == 1) {
                        replaceByLink(server.doomed().resolve("project"));
                    }
                });

        server.erase(server.phase(), gate);

        assertThat(server.items()).isEmpty();
        assertThat(Fileserver.snapshot(bystander)).isEqualTo(untouched);
    }

    @Test
    void aDoomedFolderThatIsReplacedByALinkStopsTheErasureAndItsTargetStays() {
        RecordingGate gate = new RecordingGate().stopAfter(0);
        server.phase().erase(Fileserver.target(), server.item(), gate);
        var item = server.item();
        replaceByLink(server.doomed());

        assertThat(server.items()).isEmpty();
        assertThat(server.phase().erase(Fileserver.target(), item, new RecordingGate())).isFalse();
        assertThatThrownBy(
                        () ->
                                new TreeDeleter(
                                                server.root(),
                                                Path.of(Fileserver.DOOMED),
                                                item,
                                                new RecordingGate(),
                                                10)
                                        .delete())
                .isInstanceOf(IOException.class);
        assertThat(Fileserver.snapshot(bystander)).isEqualTo(untouched);
    }

    @Test
    void whoeverSwapsFoldersForLinksAllTheWhileHarmsNobody() throws Exception {
        for (int number = 0; number < 3_000; number++) {
            server.file(Fileserver.VICTIM + "/p" + number % 10 + "/t" + number + "/f", "x");
        }
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> swapper = CompletableFuture.runAsync(() -> swapUntil(done));

        server.erase(server.phase(100), new RecordingGate());
        done.set(true);
        swapper.join();

        assertThat(Fileserver.snapshot(bystander)).isEqualTo(untouched);
        server.erase(server.phase(), new RecordingGate());
        assertThat(server.items()).isEmpty();
    }

    @Test
    void anOpenFolderOpensNoLink() throws IOException {
        Files.createSymbolicLink(server.victim().resolve("link"), bystander);

        try (OpenFolder root = OpenFolder.root(server.root());
                OpenFolder victim = root.open(Path.of(Fileserver.VICTIM))) {
            assertThatThrownBy(() -> victim.open(Path.of("link"))).isInstanceOf(IOException.class);
            assertThat(victim.isFolder(Path.of("link"))).isFalse();
        }
    }

    @Test
    void aRootThatIsALinkIsResolvedOnce(@TempDir Path elsewhere) throws IOException {
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), server.root());

        FilesPhase phase = new FilesPhase(Fileserver.at(link));

        assertThat(phase.find(Fileserver.target()))
                .singleElement()
                .extracting(item -> item.at("root"))
                .isEqualTo(server.root().toString());
    }

    /** Swaps folders that it finds in the doomed folder for links, as fast as it can. */
    private void swapUntil(AtomicBoolean done) {
        int swaps = 0;
        while (!done.get() && swaps < 2_000) {
            File[] found = server.doomed().toFile().listFiles();
            for (File entry : found == null ? new File[0] : found) {
                // what the deletion took first cannot be swapped any more, which is no failure
                if (Files.isDirectory(entry.toPath(), LinkOption.NOFOLLOW_LINKS)
                        && entry.renameTo(new File(entry.getPath() + "a"))) {
                    link(entry.toPath());
                    swaps++;
                }
            }
        }
    }

    private void replaceByLink(Path path) {
        try {
            Files.move(path, server.root().resolve("tmp/" + path.getFileName()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        link(path);
    }

    private void link(Path path) {
        try {
            Files.createSymbolicLink(path, bystander);
        } catch (java.nio.file.NoSuchFileException | FileAlreadyExistsException raced) {
            return;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
