package io.clearmltenants.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/**
 * Name and version of this program, as the build wrote them down. The date is the commit's, not the
 * build's, so that two builds of a commit are alike.
 */
@ApplicationScoped
public class ToolVersion {
    private static final String BUILD = "/build.properties";

    private final Properties build = new Properties();

    public ToolVersion() {
        try (InputStream resource = ToolVersion.class.getResourceAsStream(BUILD)) {
            build.load(resource);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** For people and reports. */
    public String text() {
        return "clearml-tenants " + build.getProperty("version");
    }

    /** Where this program comes from: commit and date, then the virtual machine that runs it. */
    public List<String> origin() {
        return List.of(
                "commit " + build.getProperty("commit") + ", " + build.getProperty("date"),
                System.getProperty("java.vendor.version")
                        + ", Java "
                        + System.getProperty("java.version"));
    }
}
