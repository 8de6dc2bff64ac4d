package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import org.junit.jupiter.api.Test;

/** Which kind of installation the options mean; nothing is asked for it. */
class SiteOptionsIT {

    @Test
    void aNamespaceMeansKubernetes() {
        CliResult result =
                CliProcess.of("list", "-n", "clearml")
                        .variable("KUBECONFIG", "/nowhere/kubeconfig")
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
        assertThat(result.standardError()).containsIgnoringCase("kubeconfig");
    }

    @Test
    void aProjectMeansDockerCompose() {
        CliResult result =
                CliProcess.of("list", "--project", "clearml")
                        .variable("DOCKER_HOST", "unix:///nowhere/docker.sock")
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
        assertThat(result.standardError()).contains("/nowhere/docker.sock");
    }

    @Test
    void optionsOfTwoKindsAreRefused() {
        for (String[] words :
                new String[][] {
                    {"list", "--project", "clearml", "--namespace", "clearml"},
                    {"list", "--site", "compose", "--release", "clearml"},
                    {"list", "--site", "local", "--project", "clearml"}
                }) {
            CliResult result = CliProcess.of(words).run();

            assertThat(result.exitCode()).as(result.toString()).isEqualTo(2);
            assertThat(result.standardError()).contains("--project goes with --site compose");
        }
    }
}
