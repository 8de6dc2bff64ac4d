package io.clearmltenants.binary;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** native/budgets.properties. */
final class Budgets {
    private final Properties budgets = new Properties();

    Budgets() throws IOException {
        try (Reader reader = Files.newBufferedReader(Path.of("native/budgets.properties"))) {
            budgets.load(reader);
        }
    }

    double get(String name) {
        return Double.parseDouble(budgets.getProperty(name));
    }
}
