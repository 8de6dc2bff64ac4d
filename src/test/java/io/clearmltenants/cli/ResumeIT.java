package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ElasticServer;
import io.clearmltenants.fixture.Hold;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.RedisServer;
import io.clearmltenants.fixture.RunningCli;
import io.clearmltenants.fixture.Servers;
import io.clearmltenants.fixture.World;
import io.clearmltenants.phase.PhaseName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that was killed goes on, wherever it was. */
@ExtendWith(Servers.class)
class ResumeIT {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir Path folder;
    private Deletion deletion;

    /** What became of the command that the program had sent when it died. */
    enum LastCommand {
        LOST(Hold::cut),
        EXECUTED(Hold::release);

        private final Consumer<Hold> fate;

        LastCommand(Consumer<Hold> fate) {
            this.fate = fate;
        }
    }

    @BeforeEach
    void build(MongoServer mongo, ElasticServer elastic, RedisServer redis) {
        deletion = Deletion.on(mongo, elastic, redis, folder);
    }

    @AfterEach
    void close() {
        deletion.close();
    }

    @ParameterizedTest
    @CsvSource({
        "FREEZE,              LOST",
        "QUEUES,              EXECUTED",
        "URLS_TO_DELETE,      LOST",
        "DOCUMENTS,           EXECUTED",
        "TRASH,               LOST",
        "PUBLIC_OBJECTS,      EXECUTED",
        "STORAGE_SETTINGS,    LOST",
        "SHARED_LISTS,        EXECUTED",
        "FOREIGN_CREDENTIALS, LOST",
        "USERS,               EXECUTED",
        "COMPANY,             EXECUTED",
        "EVENTS,              EXECUTED",
        "REDIS,               LOST",
        "REDIS,               EXECUTED",
        "STATISTICS,          LOST"
    })
    void aRunThatIsKilledInTheMiddleOfAPhaseIsFinishedByResume(PhaseName phase, LastCommand last) {
        Hold hold = deletion.relays().of(phase.store()).holdWhen(FirstChange.of(phase));
        try (RunningCli running = deletion.relayed().start()) {
            hold.await(LONGEST);
            running.kill();
        }
        last.fate.accept(hold);

        CliResult result = deletion.resumed().run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(deletion.remembered().steps())
                .startsWith("run_started")
                .contains("run_resumed")
                .endsWith("run_finished");
        deletion.isComplete();
    }

    @Test
    void aRunThatIsKilledWhileItRemovesFilesIsFinishedByResume() throws Exception {
        addFiles(60_000);
        try (RunningCli running = deletion.relayed().start()) {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(LONGEST)
                    .until(this::theFolderIsRenamed);
            running.kill();
        }
        assertThat(theFolderIsRenamed()).as("killed before all files were gone").isTrue();

        CliResult result = deletion.resumed().run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        deletion.isComplete();
    }

    @Test
    void nobodyElseErasesATenantWhoseRunIsNotFinished() {
        Hold hold = deletion.relays().mongo().holdWhen(FirstChange.of(PhaseName.DOCUMENTS));
        try (RunningCli running = deletion.relayed().start()) {
            hold.await(LONGEST);

            CliResult other = deletion.direct().run();
            CliResult same = deletion.resumed().run();
            running.kill();
            CliResult later = deletion.direct().run();

            String run = deletion.remembered().run();
            assertThat(other.exitCode()).as(other.toString()).isEqualTo(11);
            assertThat(other.standardError())
                    .contains("Another run is erasing this tenant: " + run + " on ");
            assertThat(same.exitCode()).as(same.toString()).isEqualTo(11);
            assertThat(same.standardError())
                    .contains("Run " + run + " is going on in another process of this host.");
            assertThat(later.exitCode()).as(later.toString()).isEqualTo(11);
            assertThat(later.standardError()).contains(run);
        }
        hold.cut();

        CliResult result = deletion.resumed().run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        deletion.isComplete();
    }

    private void addFiles(int number) throws IOException {
        Path many =
                Files.createDirectory(
                        deletion.installation()
                                .clients()
                                .files()
                                .resolve(World.VICTIM)
                                .resolve("many"));
        for (int file = 0; file < number; file++) {
            Files.createFile(many.resolve(String.valueOf(file)));
        }
    }

    private boolean theFolderIsRenamed() throws IOException {
        try (Stream<Path> folders = Files.list(deletion.installation().clients().files())) {
            return folders.anyMatch(
                    path -> path.getFileName().toString().startsWith("." + World.VICTIM));
        }
    }
}
