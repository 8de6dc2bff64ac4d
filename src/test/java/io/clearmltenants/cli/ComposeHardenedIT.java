package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ComposeInstallation;
import io.clearmltenants.fixture.ComposeOptions;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.World;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An Enterprise installation: names with "allegro-", containers without a shell, a named volume.
 */
class ComposeHardenedIT {
    private static final String PROJECT = "hardened-" + ProcessHandle.current().pid();

    @TempDir Path folder;

    @Test
    void aTenantIsGoneAndEverybodyElseIsWhatTheyWere() {
        ComposeOptions options =
                ComposeOptions.of(PROJECT)
                        .withPrefix("allegro-" + PROJECT + "-")
                        .withNamedVolume()
                        .withHardenedImages();
        try (ComposeInstallation installation = ComposeInstallation.start(options)) {
            World world = installation.world();
            Proof proof = Proof.before(world);

            CliResult result = delete(installation.variables()).run();

            assertThat(result.exitCode()).as(result.toString()).isZero();
            proof.victimIsGone();
            proof.everythingElseIsUnchanged();
        }
    }

    private CliProcess delete(Map<String, String> variables) {
        CliProcess process =
                CliProcess.of(
                        Unattended.delete(
                                "--state-dir",
                                folder.resolve("state").toString(),
                                "--site",
                                "compose",
                                "--project",
                                PROJECT));
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            process = process.variable(variable.getKey(), variable.getValue());
        }
        return process;
    }
}
