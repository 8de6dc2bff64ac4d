package io.clearmltenants.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page with frames of one width that show certificates, and a script that measures them. The
 * certificates are as they were written: what they show stands in their frames, and nothing is
 * added.
 */
final class BrowserPage {
    /** Of a small telephone. */
    static final int TELEPHONE = 390;

    /** Of A4 paper, 210 millimetres, without the margins of 15 that the certificate asks for. */
    static final int PAPER = 680;

    private BrowserPage() {}

    /**
     * Writes the page.
     *
     * @param first what has to be shown before the second text, if both are in one line
     */
    static Path of(Path file, int width, List<String> certificates, String first, String second)
            throws IOException {
        String frames =
                certificates.stream()
                        .map(certificate -> frame(width, certificate, first, second))
                        .collect(Collectors.joining());
        return Files.writeString(
                file,
                "<!DOCTYPE html><meta charset=\"utf-8\"><title></title>"
                        + frames
                        + "<script>"
                        + script()
                        + "</script>");
    }

    /** The certificate as a printer takes it. */
    static String printed(String certificate) {
        return certificate
                .replace("@media print", "@media all")
                .replace("@media screen", "@media speech");
    }

    private static String frame(int width, String certificate, String first, String second) {
        return "<iframe style=\"border: 0; width: %dpx; height: 800px\" data-first=\"%s\" data-second=\"%s\" srcdoc=\"%s\"></iframe>"
                .formatted(width, attribute(first), attribute(second), attribute(certificate));
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;");
    }

    private static String script() throws IOException {
        try (InputStream script = BrowserPage.class.getResourceAsStream("measure.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
