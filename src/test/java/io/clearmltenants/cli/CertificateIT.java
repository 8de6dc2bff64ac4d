package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ElasticServer;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.RedisServer;
import io.clearmltenants.fixture.Servers;
import io.clearmltenants.fixture.Size;
import io.clearmltenants.fixture.World;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** The proof of a finished run, printed again. */
@ExtendWith(Servers.class)
class CertificateIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir static Path folder;
    @TempDir Path other;
    private static Path state;
    private static String run;

    @BeforeAll
    static void delete(MongoServer mongo, ElasticServer elastic, RedisServer redis)
            throws IOException {
        try (Installation installation = new Installation(mongo, elastic, redis, folder)) {
            World.on(installation.clients()).withVictimOf(Size.SMALL).build();
            CliResult result = installation.cli(Unattended.delete()).run();
            assertThat(result.exitCode()).as(result.toString()).isZero();
            state = installation.state();
        }
        try (Stream<Path> runs = Files.list(state.resolve("runs"))) {
            run = runs.findFirst().orElseThrow().getFileName().toString();
        }
    }

    @Test
    void asTextItNamesTenantRunAndWhatIsOutOfReach() {
        CliResult result = certificate(state, run);

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardOutput())
                .contains(World.VICTIM, "acme", run, "Backups and snapshots");
        assertThat(result.standardError()).isEmpty();
    }

    @Test
    void asJsonItIsTheReportThatTheRunWrote() throws IOException {
        String report = Files.readString(report(state));

        assertThat(certificate(state, run, "--format", "json").standardOutput()).isEqualTo(report);
        assertThat(certificate(state, run, "--json").standardOutput()).isEqualTo(report);
        assertThat(JSON.readTree(report).path("schema").asText())
                .isEqualTo("clearml-tenants/report/1");
    }

    @Test
    void asHtmlItIsOneWellFormedPageThatNeedsNothingElse() throws Exception {
        String page = certificate(state, run, "--format", "html").standardOutput();

        assertThat(page).startsWith("<!DOCTYPE html>").contains(World.VICTIM, run);
        assertThat(page).doesNotContain("src=", "<link", "@import", "url(", "<script");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replaceFirst("<!DOCTYPE html>", ""))));
    }

    @Test
    void aRunThatIsNotThereIsSaidToBeUnknown() {
        CliResult result = certificate(state, "20260131T120000Z-c0ffee00-1a2b3c4d");

        assertSentence(result, 2, "There is no run '20260131T120000Z-c0ffee00-1a2b3c4d' under");
    }

    @Test
    void whatIsNoNameOfARunIsRefused() {
        assertSentence(certificate(state, "../run"), 2, "'../run' is not the name of a run");
    }

    @Test
    void aRunThatIsNotFinishedHasNoCertificate() throws IOException {
        Path copy = copy();
        Path journal = copy.resolve("runs").resolve(run).resolve("journal.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(journal));
        lines.removeIf(line -> line.contains("run_finished"));
        Files.write(journal, lines);

        assertSentence(certificate(copy, run), 2, "is not finished", "delete --resume " + run);
    }

    @Test
    void aReportThatWasChangedIsNotBelieved() throws IOException {
        Path copy = copy();
        Files.writeString(
                report(copy), Files.readString(report(copy)).replace("\"acme\"", "\"other\""));

        assertSentence(certificate(copy, run), 5, "was changed after it was written");
    }

    @Test
    void aReportThatWasCutIsNotBelieved() throws IOException {
        Path copy = copy();
        Files.writeString(report(copy), Files.readString(report(copy)).substring(0, 200));
        assertSentence(certificate(copy, run), 5, "report.json", "it is not JSON");
    }

    @Test
    void aRunWhoseReportACrashPreventedIsToBeResumed() throws IOException {
        Path copy = copy();
        Files.delete(report(copy));

        assertSentence(certificate(copy, run), 2, "is not finished", "delete --resume " + run);
    }

    private static CliResult certificate(Path state, String run, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("certificate", run, "--state-dir", state.toString()));
        arguments.addAll(List.of(options));
        return CliProcess.of(arguments).run();
    }

    private static void assertSentence(CliResult result, int exitCode, String... parts) {
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(exitCode);
        assertThat(result.standardOutput()).isEmpty();
        assertThat(result.standardError().lines()).as(result.toString()).hasSize(1);
        assertThat(result.standardError()).contains(parts).doesNotContain("Exception");
    }

    private static Path report(Path state) {
        return state.resolve("runs").resolve(run).resolve("report.json");
    }

    /** The state folder again, to be damaged. */
    private Path copy() throws IOException {
        Path copy = other.resolve("state");
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.resolve(state.relativize(file)));
            }
        }
        return copy;
    }
}
