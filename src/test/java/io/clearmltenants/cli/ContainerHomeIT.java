package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ElasticServer;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.RedisServer;
import io.clearmltenants.fixture.Servers;
import io.clearmltenants.fixture.Size;
import io.clearmltenants.fixture.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where the journal goes, above all in a container whose home cannot be written. */
@ExtendWith(Servers.class)
class ContainerHomeIT {
    private static final String NO_HOME = "/dev/null";
    private static final Path TEMPORARY = Path.of("/tmp/clearml-tenants/runs");
    private static final String RUN = "20260131T120000Z-c0ffee00-1a2b3c4d";

    @TempDir Path folder;

    @Test
    void aJournalThatFindsNoHomeGoesToTmpForItsOwnerAloneAndAWarningSaysSo(
            MongoServer mongo, ElasticServer elastic, RedisServer redis) throws IOException {
        List<Path> before = runs();
        try (Installation installation = new Installation(mongo, elastic, redis, folder)) {
            World.on(installation.clients()).withVictimOf(Size.SMALL).build();
            List<String> arguments = new ArrayList<>(List.of("delete", World.VICTIM, "--yes"));
            arguments.addAll(List.of("--name", World.VICTIM_NAME, "--with-live-agents"));
            arguments.addAll(List.of("--wait", "0"));
            arguments.addAll(installation.addresses());

            CliResult result = homeless(CliProcess.of(arguments)).run();

            assertThat(result.exitCode()).as(result.toString()).isZero();
            assertThat(result.standardError())
                    .contains("the journal goes to /tmp/clearml-tenants", "--state-dir");
        }
        List<Path> added = runs();
        added.removeAll(before);
        assertThat(added).hasSize(1);
        try {
            assertThat(permissions(added.getFirst())).isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(added.getFirst())) {
                assertThat(files.toList())
                        .hasSizeGreaterThan(3)
                        .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
            }
        } finally {
            remove(added.getFirst());
        }
    }

    @Test
    void aFolderThatIsNamedIsTakenWithoutAWarning() {
        Path named = folder.resolve("named");
        CliResult result = homeless(certificate("--state-dir", named.toString())).run();

        assertThat(result.standardError().lines()).as(result.toString()).hasSize(1);
        assertThat(result.standardError()).contains("under " + named.resolve("runs"));
    }

    @Test
    void aHomeThatCanBeWrittenKeepsTheJournal() {
        CliResult result =
                certificate()
                        .variable("XDG_STATE_HOME", "")
                        .variable("HOME", folder.toString())
                        .run();

        assertThat(result.standardError().lines()).as(result.toString()).hasSize(1);
        assertThat(result.standardError())
                .contains("under " + folder.resolve(".local/state/clearml-tenants/runs"));
    }

    @Test
    void theStateFolderOfTheDesktopWinsOverHome() {
        CliResult result = certificate().stateHome(folder).run();

        assertThat(result.standardError())
                .as(result.toString())
                .contains("under " + folder.resolve("clearml-tenants/runs"));
    }

    private static CliProcess homeless(CliProcess process) {
        return process.variable("XDG_STATE_HOME", "").variable("HOME", NO_HOME);
    }

    /** A cheap command that says which folder it looked in. */
    private static CliProcess certificate(String... options) {
        List<String> arguments = new ArrayList<>(List.of("certificate", RUN));
        arguments.addAll(List.of(options));
        return CliProcess.of(arguments);
    }

    private static List<Path> runs() throws IOException {
        if (!Files.isDirectory(TEMPORARY)) {
            return new ArrayList<>();
        }
        try (Stream<Path> runs = Files.list(TEMPORARY)) {
            return new ArrayList<>(runs.toList());
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(run);
    }
}
