package io.clearmltenants.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** A report as text, for a terminal or a mail. */
@ApplicationScoped
public class ReportText {

    /** The whole report. */
    public String render(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("Deletion of tenant ")
                .append(Printable.text(report.tenant().label()))
                .append('\n');
        text.append("Outcome:  ").append(sentence(report)).append('\n');
        text.append("Run:      ")
                .append(report.run())
                .append(" by ")
                .append(Printable.text(report.operator()))
                .append('\n');
        text.append("Time:     ")
                .append(report.started())
                .append(" to ")
                .append(report.finished())
                .append(" (")
                .append(Printable.duration(Duration.between(report.started(), report.finished())))
                .append(")\n");
        text.append("Tool:     ").append(report.tool()).append('\n');
        report.servers()
                .forEach(
                        server ->
                                text.append("Server:   ")
                                        .append(Printable.text(server))
                                        .append('\n'));
        text.append("Scope:    ")
                .append(report.scope().isEmpty() ? "everything" : String.join(", ", report.scope()))
                .append("\n\n");
        text.append(table(report.phases())).append('\n');
        report.phases().stream()
                .flatMap(phase -> phase.failures().stream())
                .forEach(failure -> text.append("\nNot erased: ").append(Printable.text(failure)));
        report.leftovers()
                .forEach(
                        left ->
                                text.append("\nLeft: ")
                                        .append(left.phase().store().label())
                                        .append(' ')
                                        .append(Printable.text(left.locator()))
                                        .append(": ")
                                        .append(left.count()));
        report.kept()
                .forEach(
                        kept ->
                                text.append("\nKept: ")
                                        .append(kept.store().label())
                                        .append(' ')
                                        .append(Printable.text(kept.locator()))
                                        .append(": ")
                                        .append(Printable.text(kept.text())));
        text.append("\nOut of this program's reach:\n");
        report.outOfReach().forEach(sentence -> text.append("- ").append(sentence).append('\n'));
        return text.append("\nPlan digest:    ")
                .append(report.planDigest())
                .append("\nJournal digest: ")
                .append(report.journalDigest())
                .toString();
    }

    /** How the run ended, in one sentence. */
    static String sentence(Report report) {
        return switch (report.outcome()) {
            case COMPLETE ->
                    report.scope().isEmpty()
                            ? "Everything of the tenant is erased; a second look found nothing."
                            : "Everything in scope is erased; a second look found nothing.";
            case ITEMS_LEFT -> "Finished, but items were left for a person to look at.";
            case LEFTOVERS -> "Erased, but a second look found something of the tenant.";
            case INTERRUPTED -> "Stopped before the end; go on with `delete --resume`.";
        };
    }

    private static String table(List<PhaseResult> phases) {
        return AsciiTable.getTable(
                AsciiTable.NO_BORDERS,
                phases,
                List.of(
                        left("PHASE").with(phase -> phase.phase().label()),
                        left("STORE").with(phase -> phase.phase().store().label()),
                        right("FOUND")
                                .with(
                                        phase ->
                                                Printable.number(phase.found())
                                                        + " "
                                                        + phase.unit()),
                        right("ERASED").with(phase -> Printable.number(phase.erased())),
                        right("FAILED").with(phase -> Printable.number(phase.failures().size()))));
    }

    private static Column left(String header) {
        return new Column()
                .header(header)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT);
    }

    private static Column right(String header) {
        return new Column()
                .header(header)
                .headerAlign(HorizontalAlign.RIGHT)
                .dataAlign(HorizontalAlign.RIGHT);
    }
}
