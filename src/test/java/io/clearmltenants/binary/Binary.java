package io.clearmltenants.binary;

import java.nio.file.Path;

/** The native executable that the build made. */
final class Binary {
    /** The property that the build sets to "true" if it makes a native executable. */
    static final String PROPERTY = "clearml-tenants.native";

    private Binary() {}

    static Path path() {
        return buildFolder().resolve("clearml-tenants");
    }

    static Path buildFolder() {
        return Path.of(System.getProperty("clearml-tenants.build")).toAbsolutePath();
    }
}
