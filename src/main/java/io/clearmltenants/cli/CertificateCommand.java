package io.clearmltenants.cli;

import io.clearmltenants.journal.JournalFailure;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.journal.RunName;
import io.clearmltenants.json.DamagedFile;
import io.clearmltenants.report.Report;
import io.clearmltenants.report.ReportFile;
import io.clearmltenants.report.ReportHtml;
import io.clearmltenants.report.ReportText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code certificate}: the proof of a finished run. */
@Command(
        name = "certificate",
        description = "Print the report of a finished run: as text, as JSON, or as one HTML page.",
        footer = {
            "%nExamples:",
            "  clearml-tenants certificate 20260131T120000Z-c0ffee01-1a2b3c4d",
            "  clearml-tenants certificate RUN --format html > proof.html"
        })
class CertificateCommand implements Callable<Integer> {
    enum Format {
        TEXT,
        JSON,
        HTML
    }

    @Mixin StateOptions state;

    @Parameters(paramLabel = "RUN", description = "The run's name, as its report shows it.")
    String run;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, json or html; text if not given.")
    Format format = Format.TEXT;

    @Option(names = "--json", description = "The same as --format json.")
    boolean json;

    private final Deletions deletions;
    private final ReportFile reports;
    private final ReportText text;
    private final ReportHtml html;
    private final Terminal terminal;

    CertificateCommand(
            Deletions deletions,
            ReportFile reports,
            ReportText text,
            ReportHtml html,
            Terminal terminal) {
        this.deletions = deletions;
        this.reports = reports;
        this.text = text;
        this.html = html;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RunFolder folder = deletions.runs(state).named(new RunName(run));
        if (!folder.finished()) {
            throw new WrongUsage(
                    "Run %s is not finished, so it has no report yet; resume it with `clearml-tenants delete --resume %s`."
                            .formatted(run, run));
        }
        terminal.out().print(render(report(folder)));
        return ExitCode.DONE.code();
    }

    /** A report that cannot be believed is a part of the run's folder that is damaged. */
    private Report report(RunFolder folder) {
        try {
            return reports.read(folder.report());
        } catch (DamagedFile damaged) {
            throw new JournalFailure(damaged.getMessage(), damaged);
        }
    }

    private String render(Report report) {
        return switch (json ? Format.JSON : format) {
            case TEXT -> text.of(report);
            case JSON -> reports.json(report);
            case HTML -> html.of(report);
        };
    }
}
