package io.clearmltenants.report;

import com.github.freva.asciitable.Column;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A report as text: the certificate for people. */
@ApplicationScoped
public class ReportText {
    /** How anybody can check the journal's digest. */
    static final String CHECK =
            "Check the journal with `sha256sum journal.jsonl` in the run's folder.";

    private final ReportFile reports;

    ReportText(ReportFile reports) {
        this.reports = reports;
    }

    /** The certificate, ended by a line break. */
    public String of(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("Certificate of deletion\n\n")
                .append(TextTable.paragraph(OutcomeText.sentence(report)))
                .append('\n')
                .append(TextTable.pairs(facts(report)));
        section(text, "What was erased", phases(report));
        section(text, "What the run covered, by name", names(report));
        section(text, "Not erased", failures(report));
        section(text, "Verification", LeftoverTable.of(report));
        section(
                text,
                "Kept for review",
                report.kept().isEmpty() ? "" : PlanText.kept(report.kept()));
        section(text, "Warnings", list(report.warnings()));
        section(text, "Out of reach of this tool", list(report.outOfReach()));
        section(text, "Digests (SHA-256)", TextTable.pairs(digests(report)));
        text.append(TextTable.paragraph(CHECK));
        return text.toString();
    }

    /** Who, when and where, as names with their values. */
    static List<List<String>> facts(Report report) {
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("Tenant", report.tenant().label()));
        facts.add(List.of("Run", report.run()));
        facts.add(List.of("By", report.operator()));
        facts.add(List.of("With", report.tool()));
        facts.add(List.of("Began", Words.time(report.started())));
        facts.add(
                List.of(
                        "Ended",
                        Words.time(report.finished())
                                + ", after "
                                + Words.duration(
                                        Duration.between(report.started(), report.finished()))));
        facts.add(List.of("Scope", scope(report)));
        for (String server : report.servers()) {
            facts.add(List.of(server.equals(report.servers().getFirst()) ? "Servers" : "", server));
        }
        return facts;
    }

    /** The digests that bind the certificate to plan and journal. */
    List<List<String>> digests(Report report) {
        return List.of(
                List.of("plan", report.planDigest()),
                List.of("journal", report.journalDigest()),
                List.of("this report", reports.digest(report)));
    }

    /** The sentences about items that could not be erased. */
    static List<String> unerased(Report report) {
        return report.phases().stream()
                .flatMap(
                        phase ->
                                phase.failures().stream()
                                        .map(failure -> phase.phase().label() + ": " + failure))
                .toList();
    }

    /** One row a phase: its name, store, items, and found, erased, gone, left. */
    static List<List<String>> phaseRows(Report report) {
        return report.phases().stream()
                .map(
                        phase ->
                                List.of(
                                        phase.phase().label(),
                                        phase.phase().store().label(),
                                        Words.number(phase.items()),
                                        Words.count(phase.found(), phase.unit()),
                                        Words.number(phase.erased()),
                                        Words.number(phase.gone()),
                                        Words.number(phase.left())))
                .toList();
    }

    /** One row for each item: the phase, and its exact name. */
    static List<List<String>> nameRows(Report report) {
        return report.phases().stream()
                .flatMap(
                        phase ->
                                phase.names().stream()
                                        .map(name -> List.of(phase.phase().label(), name)))
                .toList();
    }

    private static String scope(Report report) {
        return report.scope().isEmpty()
                ? "everything"
                : "only " + String.join(", ", report.scope());
    }

    private static String phases(Report report) {
        if (report.phases().isEmpty()) {
            return "Nothing.\n";
        }
        List<Column> columns =
                List.of(
                        TextTable.text("Phase", 22),
                        TextTable.text("Store", 10),
                        TextTable.number("Items"),
                        TextTable.number("Found"),
                        TextTable.number("Erased"),
                        TextTable.number("Gone already"),
                        TextTable.number("Left"));
        return TextTable.of(columns, phaseRows(report));
    }

    private static String names(Report report) {
        List<List<String>> rows = nameRows(report);
        return rows.isEmpty()
                ? ""
                : TextTable.of(
                        List.of(TextTable.text("Phase", 22), TextTable.text("Name", 76)), rows);
    }

    private static String failures(Report report) {
        return list(unerased(report));
    }

    private static String list(List<String> sentences) {
        return sentences.isEmpty() ? "" : TextTable.list(sentences);
    }

    private static void section(StringBuilder text, String heading, String body) {
        if (!body.isEmpty()) {
            text.append('\n').append(heading).append('\n').append(body);
        }
    }
}
