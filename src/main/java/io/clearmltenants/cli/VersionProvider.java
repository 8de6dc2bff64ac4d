package io.clearmltenants.cli;

import io.clearmltenants.report.ToolVersion;
import jakarta.enterprise.context.Dependent;
import java.util.stream.Stream;
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
        return Stream.concat(Stream.of(version.text()), version.origin().stream())
                .toArray(String[]::new);
    }
}
