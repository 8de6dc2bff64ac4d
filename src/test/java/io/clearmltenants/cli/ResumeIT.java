package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.Hold;
import io.clearmltenants.fixture.Immutable;
import io.clearmltenants.fixture.RunningCli;
import io.clearmltenants.fixture.SmallDisk;
import io.clearmltenants.fixture.World;
import io.clearmltenants.phase.PhaseName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.elasticsearch.client.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that was killed resumes, wherever it was. */
@OnServers
class ResumeIT {
    private static final Duration LONGEST = Duration.ofSeconds(60);

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
    void prepare(Deletion deletion) {
        this.deletion = deletion;
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

    /** All other runs here are begun with the option, and resumed without it. */
    @Test
    void aRunThatWasBegunWithoutUnknownCollectionsKeepsThemWhenItIsResumed() {
        long there = policies();
        Hold hold = deletion.relays().mongo().holdWhen(FirstChange.of(PhaseName.FREEZE));
        try (RunningCli running =
                deletion.installation()
                        .cli(deletion.relays().addresses(), Unattended.delete())
                        .start()) {
            hold.await(LONGEST);
            running.kill();
        }
        hold.cut();

        CliResult result = deletion.resumed().run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(3);
        assertThat(result.standardOutput()).contains("resource_policy");
        assertThat(documents("task")).isZero();
        assertThat(policies()).isEqualTo(there).isPositive();
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
                    .contains("Run " + run + " is still running in another process of this host.");
            assertThat(later.exitCode()).as(later.toString()).isEqualTo(11);
            assertThat(later.standardError()).contains(run);
        }
        hold.cut();

        CliResult result = deletion.resumed().run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        deletion.isComplete();
    }

    @Test
    void aRunWhoseDiskWasFullIsFinishedByResumeOnceThereIsSpace() {
        try (SmallDisk disk = SmallDisk.on(deletion.installation().state())) {
            Hold hold = deletion.relays().mongo().holdWhen(FirstChange.of(PhaseName.FREEZE));
            try (RunningCli running = deletion.relayed().start()) {
                hold.await(LONGEST);
                disk.fill();
                hold.release();

                CliResult full = running.awaitEnd();

                assertThat(full.exitCode()).as(full.toString()).isEqualTo(130);
                assertThat(full.standardError())
                        .contains(
                                "No space left on device",
                                "The deletion stopped half way. Free space there",
                                "Resume with: clearml-tenants delete --resume "
                                        + deletion.remembered().run())
                        .doesNotContain("nothing changed", "Exception");
            }
            disk.free();

            CliResult result = deletion.resumed().run();

            assertThat(result.exitCode()).as(result.toString()).isZero();
            deletion.isComplete();
        }
    }

    @Test
    void aFileThatCannotBeRemovedIsLeftWithItsDocumentsAfterAllElseIsErased() throws Exception {
        Path folders = deletion.installation().clients().files();
        Path fixed = Files.createFile(folders.resolve(World.VICTIM).resolve("fixed"));
        try (Immutable made = Immutable.made(folders, fixed)) {
            CliResult left = deletion.direct().run();

            assertThat(left.exitCode()).as(left.toString()).isEqualTo(3);
            assertThat(left.standardError() + left.standardOutput())
                    .contains("1 entry below", "'fixed'", "Operation not permitted");
            assertThat(documents("task")).isPositive();
            assertThat(documents("queue")).isZero();
            try (Stream<Path> all = Files.walk(folders)) {
                assertThat(
                                all.filter(path -> ofTheVictim(folders.relativize(path)))
                                        .filter(Files::isRegularFile)
                                        .map(path -> path.getFileName().toString()))
                        .containsExactly("fixed");
            }
        }

        CliResult result = deletion.resumed().run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        deletion.proof().victimIsGone();
    }

    @Test
    void anIndexWithAWriteBlockIsLeftAndNamedForWhatItIs() throws Exception {
        String index = "events-log-" + World.VICTIM;
        block(index, true);

        CliResult left = deletion.direct().run();

        assertThat(left.exitCode()).as(left.toString()).isEqualTo(3);
        assertThat(left.standardError() + left.standardOutput())
                .contains("FORBIDDEN/5/index read-only", "Remove the block")
                .doesNotContain("check user, password");
        block(index, false);

        CliResult result = deletion.resumed().run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        deletion.proof().victimIsGone();
    }

    private static boolean ofTheVictim(Path path) {
        String top = path.getName(0).toString();
        return top.equals(World.VICTIM) || top.startsWith("." + World.VICTIM + ".deleting-");
    }

    private void block(String index, boolean blocked) throws IOException {
        Request request = new Request("PUT", "/" + index + "/_settings");
        request.setJsonEntity("{\"index.blocks.read_only\": %s}".formatted(blocked));
        deletion.installation().clients().elastic().performRequest(request);
    }

    private long documents(String collection) {
        return deletion.installation()
                .clients()
                .mongo()
                .getDatabase("backend")
                .getCollection(collection)
                .countDocuments(Filters.eq("company", World.VICTIM));
    }

    /** Documents of a collection that no public source knows, the victim's among them. */
    private long policies() {
        return deletion.installation()
                .clients()
                .mongo()
                .getDatabase("backend")
                .getCollection("resource_policy")
                .countDocuments();
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
