package io.clearmltenants.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.json.SealedJson;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportHtmlTest {
    private final ReportHtml html =
            new ReportHtml(
                    new ReportText(new ReportFile(new SealedJson(JsonMapping.objectMapper()))));

    @Test
    void theCertificateIsOnePage() throws IOException {
        try (var expected = getClass().getResourceAsStream("expected-certificate.html")) {
            assertThat(html.of(Examples.report(Outcome.LEFTOVERS)))
                    .isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePageIsWellFormedAndNeedsNothingElse(Outcome outcome) throws Exception {
        Document page = parse(html.of(Examples.report(outcome)));

        assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
                .isEqualTo("Certificate of deletion");
        assertThat(page.getElementsByTagName("p").item(0).getTextContent())
                .isEqualTo(OutcomeText.sentence(Examples.report(outcome)));
        for (String loading : List.of("script", "link", "img", "iframe", "object", "a")) {
            assertThat(page.getElementsByTagName(loading).getLength()).as(loading).isZero();
        }
        assertThat(html.of(Examples.report(outcome))).doesNotContain("url(", "@import", "src=");
    }

    @Test
    void onlyACompleteRunIsGreen() {
        assertThat(html.of(Examples.report(Outcome.COMPLETE)))
                .contains("<p class=\"outcome complete\">");
        assertThat(html.of(Examples.report(Outcome.ITEMS_LEFT))).contains("<p class=\"outcome\">");
    }

    @Test
    void aHostileNameIsText() throws Exception {
        String name = "<script>alert('x')</script>&{outcome}\u001b[2J\u202e";
        Report report = named(Examples.report(Outcome.LEFTOVERS), name);

        String page = html.of(report);

        assertThat(page).doesNotContain("<script", "\u001b", "\u202e");
        assertThat(parse(page).getElementsByTagName("td").item(0).getTextContent())
                .isEqualTo("<script>alert('x')</script>&{outcome}\\u001B[2J\\u202E (1)");
    }

    private static Report named(Report report, String name) {
        return new Report(
                report.schema(),
                name,
                report.tool(),
                new Tenant(new TenantId("1"), Optional.of(name)),
                name,
                report.started(),
                report.finished(),
                List.of(name),
                List.of(),
                report.phases(),
                List.of(new Leftover(PhaseName.FILES, name, 1)),
                report.kept(),
                List.of(name),
                List.of(name),
                report.planDigest(),
                report.journalDigest(),
                report.outcome());
    }

    private static Document parse(String page)
            throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page)));
    }
}
