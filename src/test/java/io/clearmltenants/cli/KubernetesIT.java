package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.KubernetesInstallation;
import io.clearmltenants.fixture.KubernetesOptions;
import io.clearmltenants.fixture.KubernetesOptions.Chart;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.World;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From a workstation with a kubeconfig: everything goes through the cluster's API server. */
@TestMethodOrder(OrderAnnotation.class)
class KubernetesIT {
    private static final String NAMESPACE = "kubernetes-" + ProcessHandle.current().pid();

    @TempDir static Path folder;
    private static KubernetesInstallation installation;

    @BeforeAll
    static void start() {
        installation =
                KubernetesInstallation.start(
                        KubernetesOptions.of(NAMESPACE)
                                .withChart(Chart.CLEARML_SHARED_LABELS)
                                .withMongoSecret());
    }

    @AfterAll
    static void close() {
        if (installation != null) {
            installation.close();
        }
    }

    @Test
    @Order(1)
    void doctorDrawsWhatItFoundAndReachesEveryServer() {
        installation.world();

        CliResult result = cli("doctor").run();

        assertThat(result.standardOutput())
                .as(result.toString())
                .contains("namespace " + NAMESPACE + ", release clearml")
                .containsPattern("API server: pod clearml-apiserver-\\S+ \\(container clearml-api")
                .doesNotContain("asyncdelete-")
                .containsPattern("fileserver: pod clearml-fileserver-")
                .contains("mongodb://clearml-mongodb:27017/backend")
                .containsPattern("ok +MongoDB, databases backend and auth, version \\d")
                .containsPattern(
                        "ok +Elasticsearch \\(events\\) at \\S+clearml-elastic-master:9200")
                .contains("ok      Redis at clearml-redis-master:6379");
    }

    @Test
    @Order(2)
    void planChangesNothing() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        CliResult result = cli("plan", World.VICTIM, "--only", "mongo", "--only", "elastic").run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        proof.nothingIsChanged();
    }

    @Test
    @Order(3)
    void aTenantIsGoneFromTheDatabasesAndEverybodyElseIsWhatTheyWere() {
        World world = installation.world();
        Proof proof = Proof.before(world);

        for (String store : List.of("elastic", "redis", "mongo")) {
            CliResult result =
                    cli(
                                    "delete",
                                    World.VICTIM,
                                    "--name",
                                    World.VICTIM_NAME,
                                    "--yes",
                                    "--with-live-agents",
                                    "--wait",
                                    "0",
                                    "--only",
                                    store,
                                    "--state-dir",
                                    folder.toString())
                            .run();
            assertThat(result.exitCode()).as(result.toString()).isZero();
        }

        proof.everythingElseIsUnchanged();
    }

    @Test
    @Order(4)
    void aSecondReleaseIsAskedAboutAndNeverGuessed() {
        installation.addRelease("second");

        CliResult unclear = cli("doctor").run();
        CliResult named = cli("doctor", "--release", "second").run();

        assertThat(unclear.exitCode()).as(unclear.toString()).isEqualTo(2);
        assertThat(unclear.standardError())
                .contains("several ClearML servers: clearml, second-clearml", "--release");
        assertThat(named.standardOutput())
                .as(named.toString())
                .contains("release second-clearml", "pod second-clearml-fileserver-");
    }

    @Test
    @Order(5)
    void aNamespaceWithoutAServerIsSaidToHaveNone() {
        CliResult result =
                CliProcess.of("doctor", "--site", "kubernetes", "-n", "default")
                        .variable("KUBECONFIG", installation.variables().get("KUBECONFIG"))
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
        assertThat(result.standardError())
                .contains("No pod in namespace 'default' has a container of ClearML's API server");
    }

    private static CliProcess cli(String... arguments) {
        List<String> all =
                Stream.concat(
                                Stream.of(arguments),
                                Stream.of("--site", "kubernetes", "-n", NAMESPACE))
                        .toList();
        CliProcess process = CliProcess.of(all);
        for (var variable : installation.variables().entrySet()) {
            process = process.variable(variable.getKey(), variable.getValue());
        }
        return process;
    }
}
