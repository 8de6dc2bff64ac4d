package io.clearmltenants.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.phase.Item;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    private static final int FILES = 500;

    @TempDir Path folder;
    private Fileserver server;

    @BeforeEach
    void start() {
        server = Fileserver.in(folder);
        for (int number = 2; number < FILES; number++) {
            server.file(
                    Fileserver.VICTIM
                            + "/project "
                            + number % 7
                            + "/task."
                            + number % 50
                            + "/"
                            + number,
                    "x");
        }
    }

    @Test
    void aRunThatWasStoppedAfterItsFirstChunkGoesOnWhereItWas() {
        Item item = server.item();
        RecordingGate first = new RecordingGate().stopAfter(1);
        assertThat(server.phase(20).erase(Fileserver.target(), item, first)).isTrue();
        assertThat(server.doomed()).isDirectory();

        RecordingGate second = new RecordingGate();
        while (server.phase(20).erase(Fileserver.target(), item, second)) {
            assertThat(second.stopping()).isFalse();
        }

        assertThat(first.units() + second.units()).isEqualTo(FILES);
        assertThat(server.items()).isEmpty();
        assertThat(server.doomed()).doesNotExist();
    }

    @Test
    void aRunStoppedAfterEachChunkEndsAllTheSame() {
        Item item = server.item();
        long units = 0;
        boolean more = true;
        while (more) {
            RecordingGate gate = new RecordingGate().stopAfter(2);
            more = server.phase(50).erase(Fileserver.target(), item, gate);
            units += gate.units();
        }

        assertThat(units).isEqualTo(FILES);
        assertThat(server.items()).isEmpty();
    }

    @Test
    void anotherRunFindsWhatAStoppedOneLeftAndErasesIt() {
        server.phase(20)
                .erase(Fileserver.target(), server.item(), new RecordingGate().stopAfter(3));
        assertThat(server.item().locator()).isEqualTo(server.doomed().toString());

        server.erase(server.phase(), new RecordingGate());

        assertThat(server.items()).isEmpty();
    }

    @Test
    void aChunkIsBounded() {
        AtomicInteger most = new AtomicInteger();
        RecordingGate gate = new RecordingGate();
        long[] before = {0};
        gate.before(
                () -> {
                    most.accumulateAndGet((int) (gate.units() - before[0]), Math::max);
                    before[0] = gate.units();
                });

        server.erase(server.phase(20), gate);

        // each of the nine threads may be one entry past the limit
        assertThat(most.get()).isBetween(1, 29);
    }

    @Test
    void filesThatComeWhileTheFolderIsErasedGoAsWell() {
        AtomicInteger late = new AtomicInteger();
        RecordingGate gate = new RecordingGate();
        gate.before(
                () -> {
                    if (gate.chunks().size() > 1 && late.get() < 5) {
                        server.file(Fileserver.DOOMED + "/late/" + late.incrementAndGet(), "x");
                    }
                });

        server.erase(server.phase(50), gate);

        assertThat(late).hasValue(5);
        assertThat(gate.units()).isEqualTo(FILES + 5);
        assertThat(server.items()).isEmpty();
    }

    @Test
    void aFolderThatTheServerMakesAgainIsFoundByTheNextLook() {
        RecordingGate gate = new RecordingGate();
        gate.before(
                () -> {
                    if (gate.chunks().size() == 1) {
                        server.file(Fileserver.VICTIM + "/project/late", "x");
                    }
                });
        server.erase(server.phase(), gate);
        assertThat(server.item().locator()).isEqualTo(server.victim().toString());

        server.erase(server.phase(), new RecordingGate());

        assertThat(server.items()).isEmpty();
    }

    @Test
    void aResumedRunErasesTheFolderThatTheServerMadeMeanwhile() {
        Item item = server.item();
        server.phase(20).erase(Fileserver.target(), item, new RecordingGate().stopAfter(1));
        server.file(Fileserver.VICTIM + "/project/late", "x");

        RecordingGate gate = new RecordingGate();
        while (server.phase().erase(Fileserver.target(), item, gate)) {
            assertThat(gate.stopping()).isFalse();
        }

        assertThat(server.items()).isEmpty();
    }
}
