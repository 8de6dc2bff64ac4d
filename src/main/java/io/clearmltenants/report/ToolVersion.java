package io.clearmltenants.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Name and version of this program. */
@ApplicationScoped
public class ToolVersion {
    private final String version;

    ToolVersion(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    /** For people and reports. */
    public String text() {
        return "clearml-tenants " + version;
    }
}
