package io.clearmltenants.cli;

import io.clearmltenants.report.ToolVersion;
import jakarta.enterprise.context.Dependent;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
@Dependent
class VersionProvider implements IVersionProvider {
    private final ToolVersion version;

    VersionProvider(ToolVersion version) {
        this.version = version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {version.text()};
    }
}
