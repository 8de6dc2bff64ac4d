package io.clearmltenants.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/**
 * What {@code --version} prints: release, commit, the commit's date and the virtual machine that
 * runs it; all of them are fixed when the program is built, so that two builds of a commit are
 * alike.
 */
public final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream resource =
                VersionProvider.class.getResourceAsStream("/build.properties")) {
            build.load(resource);
        }
        return new String[] {
            "clearml-tenants " + build.getProperty("version"),
            "commit " + build.getProperty("commit") + " of " + build.getProperty("date"),
            System.getProperty("java.vendor.version")
                    + ", Java "
                    + System.getProperty("java.version")
        };
    }
}
