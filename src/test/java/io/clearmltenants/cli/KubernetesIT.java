package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliProgram;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.KubernetesInstallation;
import io.clearmltenants.fixture.KubernetesOptions;
import io.clearmltenants.fixture.KubernetesOptions.Chart;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.Relay;
import io.clearmltenants.fixture.RunningCli;
import io.clearmltenants.fixture.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
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
    private static final String OURS = "app.kubernetes.io/managed-by=clearml-tenants";
    @TempDir Path state;
    private static KubernetesInstallation installation;
    private static String image;

    @BeforeAll
    static void start() {
        installation =
                KubernetesInstallation.start(
                        KubernetesOptions.of(NAMESPACE)
                                .withChart(Chart.CLEARML_SHARED_LABELS)
                                .withMongoSecret());
        image = installation.programImage();
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

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardOutput())
                .contains("namespace " + NAMESPACE + ", release clearml")
                .containsPattern("API server: pod clearml-apiserver-\\S+ \\(container clearml-api")
                .doesNotContain("asyncdelete-")
                .containsPattern("fileserver: pod clearml-fileserver-")
                .contains("rights: all that are needed")
                .contains("mongodb://clearml-mongodb:27017/backend")
                .containsPattern("CLEARML_REDIS_SERVICE_HOST of pod clearml-apiserver-")
                .containsPattern("/mnt/fileserver of pod clearml-fileserver-")
                .containsPattern("ok +MongoDB, databases backend and auth, version \\d")
                .containsPattern(
                        "ok +Elasticsearch \\(events\\) at \\S+clearml-elastic-master:9200")
                .contains("ok      Redis at clearml-redis-master:6379");
        nothingIsLeftBehind();
    }

    @Test
    @Order(2)
    void planChangesNothing() {
        Proof proof = Proof.before(installation.world());

        CliResult result = cli("plan", World.VICTIM, "--with-live-agents").run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        proof.nothingIsChanged();
        nothingIsLeftBehind();
    }

    @Test
    @Order(3)
    void aTenantIsGoneAndEverybodyElseIsWhatTheyWere() {
        Proof proof = Proof.before(installation.world());

        CliResult result = cli(Unattended.delete()).run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        onlyTheVictimIsGone(proof);
    }

    @Test
    @Order(4)
    void aJobInTheClusterDoesTheSameAndItsJournalComesHere() {
        Proof proof = Proof.before(installation.world());

        CliResult result = cli(inCluster(Unattended.delete())).run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardOutput()).contains("Certificate of deletion");
        assertThat(state.resolve("runs")).isDirectoryRecursivelyContaining("glob:**/report.json");
        onlyTheVictimIsGone(proof);
    }

    @Test
    @Order(5)
    void aJobGoesOnWhereNobodyFollowsItAndIsAttachedToAgain() {
        Proof proof = Proof.before(installation.world());

        try (RunningCli running = cli(inCluster(Unattended.delete())).start()) {
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !ours("jobs").isEmpty());
            running.kill();
        }
        CliResult result = cli(inCluster("delete", "--resume")).run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardOutput()).contains("Certificate of deletion");
        onlyTheVictimIsGone(proof);
    }

    @Test
    @Order(6)
    void aJobIsNotStartedWhereItWouldHaveToAsk() {
        CliResult asking =
                cli(inCluster("delete", World.VICTIM, "--name", World.VICTIM_NAME)).run();
        CliResult withoutJob = cli(inCluster("delete", "--resume")).run();

        assertThat(asking.exitCode()).as(asking.toString()).isEqualTo(2);
        assertThat(asking.standardError()).contains("A Job cannot ask", "--yes");
        assertThat(withoutJob.exitCode()).as(withoutJob.toString()).isEqualTo(2);
        nothingIsLeftBehind();
    }

    @Test
    @Order(6)
    void anImageThatIsNotThereIsSaidSoAndNoJobStays() {
        CliResult result =
                cli(Unattended.delete("--in-cluster", "--image", "local/nothing:1")).run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
        assertThat(result.standardError()).contains("does not start (", "ImagePull");
        nothingIsLeftBehind();
    }

    @Test
    @Order(7)
    void aClusterThatIsLostEndsTheRunWhichGoesOnLater() throws IOException {
        Proof proof = Proof.before(installation.world());
        String view = "config view --minify --output jsonpath={.clusters[0].cluster.server}";
        URI server = URI.create(installation.kubectl(view.split(" ")));
        Relay relay = Relay.to(server);
        Path relayed =
                Files.writeString(
                        state.resolve("kubeconfig"),
                        Files.readString(Path.of(installation.variables().get("KUBECONFIG")))
                                .replace(server.toString(), "https://localhost:" + relay.port()));

        CliProcess losing =
                cli(Unattended.delete("--retry", "3")).variable("KUBECONFIG", relayed.toString());
        CliResult lost;
        try (relay;
                RunningCli running = losing.start()) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(20))
                    .ignoreExceptions()
                    .until(() -> new Remembered(state).steps().contains("chunk_started"));
            relay.close();
            lost = running.awaitEnd();
        }
        assertThat(lost.exitCode()).as(lost.toString()).isEqualTo(12);
        assertThat(lost.standardError()).contains("Resume with: clearml-tenants delete --resume");

        CliResult resumed = cli(Unattended.resume()).run();

        assertThat(resumed.exitCode()).as(resumed.toString()).isZero();
        onlyTheVictimIsGone(proof);
    }

    @Test
    @Order(7)
    void aFileserverThatIsScaledToZeroIsOutOfReachAndNotAbsent() {
        Proof proof = Proof.before(installation.world());
        String fileserver = installation.fullname() + "-fileserver";
        installation.kubectl("scale", "deployment/" + fileserver, "--replicas", "0");
        String its = "get pods -o name -l app.kubernetes.io/instance=" + fileserver;
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> installation.kubectl(its.split(" ")).isBlank());

        CliResult doctor = cli("doctor").run();
        CliResult refused = cli(Unattended.delete()).run();
        CliResult inJob = cli(inCluster(Unattended.delete())).run();
        installation.kubectl("scale", "deployment/" + fileserver, "--replicas=1");
        installation.kubectl("rollout", "status", "deployment/" + fileserver);

        assertThat(doctor.standardOutput()).contains("no pod, though Service " + fileserver);
        assertThat(List.of(refused.exitCode(), inJob.exitCode())).containsOnly(5);
        assertThat(refused.standardError()).contains("scale its Deployment", "--without files");
        assertThat(inJob.standardOutput()).contains("scale its Deployment", "--without files");
        proof.nothingIsChanged();
    }

    @Test
    @Order(8)
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
    @Order(9)
    void aNamespaceWithoutAServerAndAnUnknownContextAreSaidToBeSo() {
        CliResult nobody = process("doctor", "--site", "kubernetes", "-n", "default").run();
        CliResult context = process("doctor", "--site", "kubernetes", "--context", "nowhere").run();

        assertThat(nobody.exitCode()).as(nobody.toString()).isEqualTo(12);
        assertThat(nobody.standardError())
                .contains("No pod in namespace 'default' has a container of ClearML's API server");
        assertThat(context.exitCode()).as(context.toString()).isEqualTo(12);
        assertThat(context.standardError()).contains("no context 'nowhere'");
    }

    private static void onlyTheVictimIsGone(Proof proof) {
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
        nothingIsLeftBehind();
    }

    private static void nothingIsLeftBehind() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            assertThat(ours("jobs")).isEmpty();
                            assertThat(ours("pods")).isEmpty();
                        });
        try (Stream<Path> files = Files.list(installation.files())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("."));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> ours(String kind) {
        String names = installation.kubectl("get", kind, "--selector", OURS, "--output", "name");
        return names.lines().toList();
    }

    private static String[] inCluster(String... arguments) {
        Stream<String> where = Stream.of("--in-cluster", "--image", image);
        return Stream.concat(Stream.of(arguments), where).toArray(String[]::new);
    }

    /** The executable copies itself; what runs on Java needs an image to be beside the files. */
    private CliProcess cli(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--site", "kubernetes", "-n", NAMESPACE));
        if (!CliProgram.isNative() && !all.contains("--image")) {
            all.addAll(List.of("--image", image));
        }
        if (arguments[0].equals("delete")) {
            all.addAll(List.of("--state-dir", state.toString()));
        }
        return process(all.toArray(String[]::new));
    }

    private static CliProcess process(String... arguments) {
        CliProcess process = CliProcess.of(arguments).longest(Duration.ofMinutes(4));
        for (var variable : installation.variables().entrySet()) {
            process = process.variable(variable.getKey(), variable.getValue());
        }
        return process;
    }
}
