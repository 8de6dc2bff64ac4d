package io.clearmltenants.report;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A report as one self-contained HTML page, for the file of an auditor. */
@ApplicationScoped
public class ReportHtml {
    private static final String TEMPLATE = "/report/certificate.html";

    /** The whole page; text from data is escaped. */
    public String render(Report report) {
        Engine engine =
                Engine.builder()
                        .addDefaults()
                        .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                        .build();
        TemplateInstance page =
                engine.parse(template(), Variant.forContentType(Variant.TEXT_HTML)).instance();
        data(report).forEach(page::data);
        return page.render();
    }

    private static Map<String, Object> data(Report report) {
        return Map.of(
                "tenant", Printable.text(report.tenant().label()),
                "outcome", report.outcome().name(),
                "sentence", ReportText.sentence(report),
                "facts", facts(report),
                "phases", report.phases().stream().map(ReportHtml::phase).toList(),
                "sections", sections(report),
                "planDigest", report.planDigest(),
                "journalDigest", report.journalDigest());
    }

    private static List<Map<String, Object>> facts(Report report) {
        List<Map<String, Object>> facts = new ArrayList<>();
        facts.add(fact("Run", report.run()));
        facts.add(fact("By", report.operator()));
        facts.add(fact("Started", report.started().toString()));
        facts.add(fact("Finished", report.finished().toString()));
        facts.add(fact("Tool", report.tool()));
        facts.add(
                fact(
                        "Scope",
                        report.scope().isEmpty()
                                ? "everything"
                                : String.join(", ", report.scope())));
        report.servers().forEach(server -> facts.add(fact("Server", server)));
        return facts;
    }

    private static Map<String, Object> fact(String what, String value) {
        return Map.of("what", what, "value", Printable.text(value));
    }

    private static Map<String, Object> phase(PhaseResult result) {
        return Map.of(
                "name", result.phase().label(),
                "store", result.phase().store().label(),
                "found", Printable.number(result.found()) + " " + result.unit(),
                "erased", Printable.number(result.erased()),
                "failed", Printable.number(result.failures().size()));
    }

    private static List<Map<String, Object>> sections(Report report) {
        return Stream.of(
                        section(
                                "Not erased",
                                report.phases().stream()
                                        .flatMap(phase -> phase.failures().stream())
                                        .toList()),
                        section(
                                "Found by the second look",
                                report.leftovers().stream()
                                        .map(left -> left.locator() + ": " + left.count())
                                        .toList()),
                        section(
                                "Kept for a person to look at",
                                report.kept().stream()
                                        .map(kept -> kept.locator() + ": " + kept.text())
                                        .toList()),
                        section("Warnings of the plan", report.warnings()),
                        section("Out of this program's reach", report.outOfReach()))
                .filter(section -> !((List<?>) section.get("lines")).isEmpty())
                .toList();
    }

    private static Map<String, Object> section(String title, List<String> lines) {
        return Map.of("title", title, "lines", lines.stream().map(Printable::text).toList());
    }

    private static String template() {
        try (InputStream input = ReportHtml.class.getResourceAsStream(TEMPLATE)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
