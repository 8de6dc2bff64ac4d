package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearmltenants.fixture.CliProgram;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ComposeInstallation;
import io.clearmltenants.fixture.ComposeOptions;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.World;
import java.nio.file.Path;
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
        assumeTrue(
                CliProgram.isNative(),
                "Only the native executable runs in a container without a shell and without Java");
        ComposeOptions options =
                ComposeOptions.of(PROJECT)
                        .withPrefix("allegro-" + PROJECT + "-")
                        .withNamedVolume()
                        .withHardenedImages();
        try (ComposeInstallation installation = ComposeInstallation.start(options)) {
            World world = installation.world();
            Proof proof = Proof.before(world);

            CliResult result =
                    installation
                            .cli(
                                    folder,
                                    Unattended.delete("--site", "compose", "--project", PROJECT))
                            .run();

            assertThat(result.exitCode()).as(result.toString()).isZero();
            proof.victimIsGone();
            proof.everythingElseIsUnchanged();
        }
    }
}
