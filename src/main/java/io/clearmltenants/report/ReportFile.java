package io.clearmltenants.report;

import io.clearmltenants.json.DamagedFile;
import io.clearmltenants.json.SealedJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** Reports as files, and as text in JSON. */
@ApplicationScoped
public class ReportFile {
    private final SealedJson json;

    public ReportFile(SealedJson json) {
        this.json = json;
    }

    /** SHA-256 of the report, as every form of the certificate shows it. */
    public String digest(Report report) {
        return json.digest(report);
    }

    /** The certificate in JSON. */
    public String json(Report report) {
        return json.text(report);
    }

    /**
     * Writes the report, whole or not at all, readable by its owner alone.
     *
     * @throws io.clearmltenants.json.UnwritableFile if it cannot be written
     */
    public void write(Report report, Path file) {
        json.write(report, file);
    }

    /**
     * @throws DamagedFile if the file is missing, no report, or was changed after it was written
     */
    public Report read(Path file) {
        return json.read(file, Report.class, Report.SCHEMA);
    }
}
