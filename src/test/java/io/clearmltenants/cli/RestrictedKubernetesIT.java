package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliProgram;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.KubernetesInstallation;
import io.clearmltenants.fixture.KubernetesOptions;
import io.clearmltenants.fixture.KubernetesOptions.Chart;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.World;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Pods as PodSecurity "restricted" wants them: no root, no writable root folder; and no tools, or
 * Python alone.
 */
class RestrictedKubernetesIT {
    private static final String NAMESPACE = "restricted-" + ProcessHandle.current().pid();

    private KubernetesInstallation installation;

    @AfterEach
    void close() {
        if (installation != null) {
            installation.close();
        }
    }

    @Test
    void aPodOfOursDeletesWhatTheFileserversPodHasNoToolsFor() {
        installation =
                KubernetesInstallation.start(enterprise().withHardenedImages().withMongoSecret());

        deletesATenantAndNothingElse("--image", installation.programImage());
    }

    @Test
    void theFileserversPodTakesTheProgramByItsPython() {
        assumeTrue(CliProgram.isNative(), "Only the native executable can be brought into a pod");
        installation =
                KubernetesInstallation.start(enterprise().withPythonImages().withMongoSecret());

        deletesATenantAndNothingElse();

        assertThat(
                        installation
                                .kubectl(
                                        "get",
                                        "events",
                                        "--no-headers",
                                        "--output",
                                        "custom-columns=:involvedObject.name")
                                .lines())
                .as("what something has happened to")
                .anyMatch(name -> name.startsWith("clearml-enterprise-fileserver-"))
                .noneMatch(name -> name.startsWith("clearml-tenants-"));
    }

    private static KubernetesOptions enterprise() {
        return KubernetesOptions.of(NAMESPACE)
                .withRelease("clearml-enterprise")
                .withChart(Chart.ENTERPRISE);
    }

    private void deletesATenantAndNothingElse(String... more) {
        World world = installation.world();
        Proof proof = Proof.before(world);

        CliResult result =
                cli(Stream.concat(
                                        Stream.of(
                                                "delete",
                                                World.VICTIM,
                                                "--name",
                                                World.VICTIM_NAME,
                                                "--yes",
                                                "--with-live-agents",
                                                "--wait",
                                                "0"),
                                        Stream.of(more))
                                .toArray(String[]::new))
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
        assertThat(installation.pods("app.kubernetes.io/managed-by=clearml-tenants")).isEmpty();
    }

    private CliProcess cli(String... arguments) {
        CliProcess process =
                CliProcess.of(
                                Stream.concat(
                                                Stream.of(arguments),
                                                Stream.of("--site", "kubernetes", "-n", NAMESPACE))
                                        .toList())
                        .longest(Duration.ofMinutes(4));
        for (var variable : installation.variables().entrySet()) {
            process = process.variable(variable.getKey(), variable.getValue());
        }
        return process;
    }
}
