package io.clearmltenants.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.clearmltenants.fixture.Browser;
import io.clearmltenants.fixture.Browser.ColorScheme;
import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.json.SealedJson;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.Store;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The certificate as a person sees it: in a real browser, on a telephone, in the dark, on paper.
 */
class CertificateInBrowserTest {
    private static final String HEBREW =
            "\u05de\u05d7\u05e7\u05e8 \u05d5\u05e4\u05d9\u05ea\u05d5\u05d7";
    private static final String ARABIC = "\u0623\u0628\u062d\u0627\u062b ";
    private static final String LONG = "n".repeat(200);

    /** WCAG 2, level AA. */
    private static final double READABLE = 4.5;

    private final ReportHtml html =
            new ReportHtml(
                    new ReportText(new ReportFile(new SealedJson(JsonMapping.objectMapper()))));
    @TempDir Path folder;
    private Browser browser;

    @BeforeEach
    void begin() throws IOException {
        browser = Browser.here(Files.createDirectory(folder.resolve("profile")));
    }

    @Test
    void nothingIsCutOnATelephone() throws Exception {
        assertEverythingIsShown(
                shown(BrowserPage.TELEPHONE, ColorScheme.LIGHT, certificates()),
                BrowserPage.TELEPHONE);
    }

    @Test
    void nothingIsCutOnA4Paper() throws Exception {
        assertEverythingIsShown(
                shown(
                        BrowserPage.PAPER,
                        ColorScheme.LIGHT,
                        certificates().map(BrowserPage::printed)),
                BrowserPage.PAPER);
    }

    @Test
    void itReadsInDarkModeToo() throws Exception {
        JsonNode light = shown(BrowserPage.TELEPHONE, ColorScheme.LIGHT, certificates());
        JsonNode dark = shown(BrowserPage.TELEPHONE, ColorScheme.DARK, certificates());

        assertThat(light).allSatisfy(page -> assertThat(page.get("dark").booleanValue()).isFalse());
        assertThat(dark)
                .allSatisfy(page -> assertThat(page.get("dark").booleanValue()).isTrue())
                .allSatisfy(
                        page ->
                                assertThat(page.get("background"))
                                        .isNotEqualTo(light.get(0).get("background")));
        assertThat(light).allSatisfy(CertificateInBrowserTest::isReadable);
        assertThat(dark).allSatisfy(CertificateInBrowserTest::isReadable);
    }

    @Test
    void itLoadsNothingFromAnywhere() throws Exception {
        assertThat(shown(BrowserPage.TELEPHONE, ColorScheme.LIGHT, certificates()))
                .allSatisfy(page -> assertThat(page.get("loaded")).isEmpty());
    }

    /** The page's own policy, for the case that escaping once fails. */
    @Test
    void evenAnImageOrAScriptWithinItWouldNotBeLoaded() throws Exception {
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestURI().getPath());
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            String intruder =
                    "<img src='%1$s/image'><script src='%1$s/script'></script><link rel='stylesheet' href='%1$s/style'>"
                            .formatted(address);
            String page =
                    html.of(Examples.report(Outcome.COMPLETE))
                            .replace("</body>", intruder + "</body>");
            shown(BrowserPage.TELEPHONE, ColorScheme.LIGHT, Stream.of(page));
        } finally {
            server.stop(0);
        }
        assertThat(asked).isEmpty();
    }

    private JsonNode shown(int width, ColorScheme scheme, Stream<String> certificates)
            throws IOException, InterruptedException {
        Path page =
                BrowserPage.of(
                        folder.resolve("page.html"),
                        width,
                        certificates.toList(),
                        HEBREW,
                        Examples.ID);
        return browser.titleOf(page, scheme);
    }

    /** One for each outcome, and one whose every name is long or written from right to left. */
    private Stream<String> certificates() {
        return Stream.concat(
                        Arrays.stream(Outcome.values()).map(Examples::report), Stream.of(hostile()))
                .map(html::of);
    }

    private static void assertEverythingIsShown(JsonNode pages, int width) {
        assertThat(pages)
                .hasSize(Outcome.values().length + 1)
                .allSatisfy(
                        page -> {
                            assertThat(page.get("width").intValue()).isEqualTo(width);
                            assertThat(page.get("needed").intValue()).isLessThanOrEqualTo(width);
                            assertThat(page.get("texts").intValue()).isGreaterThan(50);
                            assertThat(page.get("outside")).as("outside of its cell").isEmpty();
                            assertThat(page.get("broken")).as("broken words").isEmpty();
                            assertThat(page.get("disordered")).as("not in order").isEmpty();
                        });
    }

    private static void isReadable(JsonNode page) {
        assertThat(page.get("contrast").doubleValue()).isGreaterThanOrEqualTo(READABLE);
    }

    private static Report hostile() {
        Report report = Examples.report(Outcome.LEFTOVERS);
        List<String> names =
                List.of(LONG, ARABIC.repeat(30), HEBREW + "/" + Examples.ID, "/mnt/" + LONG);
        return new Report(
                report.schema(),
                LONG,
                report.tool(),
                new Tenant(new TenantId(Examples.ID), Optional.of(HEBREW)),
                LONG,
                report.started(),
                report.finished(),
                names,
                List.of(),
                List.of(
                        new PhaseResult(
                                PhaseName.FOREIGN_CREDENTIALS,
                                "documents",
                                1_234_567,
                                1_234_567_890,
                                1_234_567_890,
                                1_234_567_890,
                                1_234_567_890,
                                names,
                                names)),
                names.stream()
                        .map(name -> new Leftover(PhaseName.FILES, name, 1_234_567_890))
                        .toList(),
                names.stream()
                        .map(name -> new Finding.Kept(Store.ELASTIC, name, "because of " + name))
                        .toList(),
                names,
                names,
                report.planDigest(),
                report.journalDigest(),
                report.outcome());
    }
}
