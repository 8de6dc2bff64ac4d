package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import java.time.Duration;
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
    void aKubeconfigThatIsMissingIsNamed() {
        CliResult result =
                CliProcess.of("list", "--site", "kubernetes")
                        .variable("KUBECONFIG", "/nowhere/kubeconfig")
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
        assertThat(result.standardError())
                .contains("KUBECONFIG names /nowhere/kubeconfig, which is not there");
    }

    @Test
    void ifNobodySaysWhereTheServerIsTheAnswerComesAtOnceWithWhatWasLookedAt() {
        CliResult result =
                CliProcess.of("list")
                        .variable("DOCKER_HOST", "unix:///nowhere/docker.sock")
                        .variable("KUBECONFIG", "/nowhere/kubeconfig")
                        .variable("CLEARML_MONGODB_SERVICE_PORT", "1")
                        .longest(Duration.ofSeconds(12))
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
        assertThat(result.standardError())
                .contains(
                        "No MongoDB answers at 127.0.0.1:1",
                        "no Docker engine answers at unix:///nowhere/docker.sock",
                        "there is no kubeconfig (/nowhere/kubeconfig)",
                        "Give --mongo");
        assertThat(result.standardError().lines()).hasSize(1);
    }

    @Test
    void aFileOfAuthoritiesThatCannotBeReadIsSaidThoughNoConnectionNeedsIt() {
        CliResult result =
                CliProcess.of(
                                "list",
                                "--mongo",
                                "mongodb://127.0.0.1:1",
                                "--ca-file",
                                "/nowhere/ca.pem")
                        .longest(Duration.ofSeconds(12))
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
        assertThat(result.standardError())
                .contains("The file of certificate authorities /nowhere/ca.pem cannot be read");
    }

    @Test
    void anEmptyFolderIsWrongUsageNotTheCurrentOne() {
        CliResult result = CliProcess.of("delete", "a", "--files", "").run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(2);
        assertThat(result.standardError()).contains("--files has an empty value");
    }

    @Test
    void aMistypedCommandGetsASuggestion() {
        CliResult result = CliProcess.of("dleete").run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(2);
        assertThat(result.standardError()).contains("Did you mean 'delete'?");
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
