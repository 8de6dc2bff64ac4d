package io.clearmltenants.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports as JSON. */
@ApplicationScoped
public class ReportFile {
    private final ObjectMapper json;

    ReportFile(ObjectMapper json) {
        this.json = json;
    }

    /** The report as one JSON object. */
    public String json(Report report) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes a report, whole or not at all. */
    public void write(Report report, Path file) {
        try {
            SealedFile.write(file, json(report).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("The report cannot be written to " + file, failure);
        }
    }

    /** Reads a report back. */
    public Report read(Path file) {
        try {
            return json.readValue(Files.readAllBytes(file), Report.class);
        } catch (IOException failure) {
            throw new UncheckedIOException("The report " + file + " cannot be read", failure);
        }
    }
}
