package io.clearmltenants.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The native executable costs no more than native/budgets.properties allows. */
@EnabledIfSystemProperty(named = Binary.PROPERTY, matches = "true")
class BudgetIT {
    private final Budgets budgets = new Budgets();

    BudgetIT() throws IOException {}

    @Test
    void theFileIsNoLargerThanItsBudget() throws IOException {
        double megabytes = Files.size(Binary.path()) / 1e6;
        System.out.printf("size: %.1f MB%n", megabytes);
        assertThat(megabytes).isLessThanOrEqualTo(budgets.get("size.megabytes"));
    }

    @Test
    void versionAndHelpTakeNoMoreThanTheirMultipleOfAHelloWorld()
            throws IOException, InterruptedException {
        String graalvm = System.getenv("GRAALVM_HOME");
        assumeTrue(graalvm != null, "GRAALVM_HOME names no image builder for the hello world");
        String program = Binary.path().toString();
        List<Long> medians =
                StartTimes.medians(
                        HelloWorld.build(Path.of(graalvm)).toString(),
                        program + " --version",
                        program + " --help");
        double hello = medians.get(0);
        System.out.printf(
                "hello world: %.1f ms, --version: %.1f ms, --help: %.1f ms%n",
                hello / 1e3, medians.get(1) / 1e3, medians.get(2) / 1e3);
        assertThat(medians.get(1) / hello)
                .isLessThanOrEqualTo(budgets.get("version.times-hello-world"));
        assertThat(medians.get(2) / hello)
                .isLessThanOrEqualTo(budgets.get("help.times-hello-world"));
    }
}
