package io.clearmltenants.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.json.DamagedFile;
import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.json.SealedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportFileTest {
    private final ReportFile reports = new ReportFile(new SealedJson(JsonMapping.objectMapper()));

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void aReportIsReadAsItWasWritten(Outcome outcome) {
        Report report = Examples.report(outcome);
        Path file = folder.resolve("report.json");
        reports.write(report, file);

        assertThat(reports.read(file)).isEqualTo(report);
    }

    @Test
    void aReportThatWasChangedIsRefused() throws IOException {
        Path file = folder.resolve("report.json");
        reports.write(Examples.report(Outcome.LEFTOVERS), file);
        Files.writeString(file, Files.readString(file).replace("\"leftovers\"", "\"complete\""));

        assertThatThrownBy(() -> reports.read(file))
                .isInstanceOf(DamagedFile.class)
                .hasMessageContaining("was changed after it was written");
    }

    @Test
    void theCertificateInJsonReadsPlainly() {
        String json = reports.json(Examples.report(Outcome.COMPLETE));

        assertThat(json)
                .contains("\"schema\" : \"clearml-tenants/report/1\"")
                .contains("\"id\" : \"" + Examples.ID + "\"")
                .contains("\"name\" : \"Acme Research\"")
                .contains("\"started\" : \"2026-02-03T04:05:06Z\"")
                .contains("\"phase\" : \"documents\"")
                .contains("\"outcome\" : \"complete\"")
                .contains(
                        "\"digest\" : \""
                                + reports.digest(Examples.report(Outcome.COMPLETE))
                                + "\"");
    }
}
