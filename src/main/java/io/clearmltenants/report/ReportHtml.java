package io.clearmltenants.report;

import io.clearmltenants.phase.Finding;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A report as one HTML page that needs nothing else: the certificate to print or to file. The
 * template is fed lists and maps alone, so that it reads nothing by reflection.
 */
@ApplicationScoped
public class ReportHtml {
    private static final String TEMPLATE = "/io/clearmltenants/report/certificate.html";

    private final ReportText reports;

    ReportHtml(ReportText reports) {
        this.reports = reports;
    }

    /** The page. */
    public String of(Report report) {
        return template().data(data(report)).render();
    }

    private Map<String, Object> data(Report report) {
        Map<String, Object> data = new HashMap<>();
        data.put("tenant", text(report.tenant().label()));
        data.put("outcome", Isolated.of(OutcomeText.sentence(report)));
        data.put("complete", report.outcome() == Outcome.COMPLETE);
        data.put("facts", printable(ReportText.facts(report)));
        data.put("phases", printable(ReportText.phaseRows(report)));
        data.put("names", printable(ReportText.nameRows(report)));
        data.put("failures", sentences(ReportText.unerased(report)));
        data.put("nothingLeft", text(LeftoverTable.nothing(report)));
        data.put(
                "leftovers",
                printable(
                        report.leftovers().stream()
                                .map(
                                        one ->
                                                List.of(
                                                        one.store().label(),
                                                        one.locator(),
                                                        Words.number(one.count())))
                                .toList()));
        data.put("kept", printable(report.kept().stream().map(ReportHtml::row).toList()));
        data.put("warnings", sentences(report.warnings()));
        data.put("outOfReach", sentences(report.outOfReach()));
        data.put("digests", printable(reports.digests(report)));
        data.put("check", ReportText.CHECK);
        return data;
    }

    private static List<String> row(Finding.Kept kept) {
        return List.of(kept.store().label(), kept.locator(), kept.text());
    }

    private static List<String> sentences(List<String> sentences) {
        return sentences.stream().map(ReportHtml::text).toList();
    }

    private static List<List<String>> printable(List<List<String>> rows) {
        return rows.stream().map(ReportHtml::sentences).toList();
    }

    private static String text(String text) {
        return Isolated.of(Printable.of(text));
    }

    private static Template template() {
        return Engine.builder()
                .addDefaults()
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build()
                .parse(source(), Variant.forContentType(Variant.TEXT_HTML));
    }

    private static String source() {
        try (InputStream template = ReportHtml.class.getResourceAsStream(TEMPLATE)) {
            if (template == null) {
                throw new IllegalStateException("The program lacks its resource " + TEMPLATE);
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
