package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.connect.Site;
import io.clearmltenants.json.JsonMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.opentest4j.TestAbortedException;

/** A namespace of a real cluster for one test, with pods of the test's own; removed at the end. */
final class Namespace implements AutoCloseable {
    /** An image with a shell, on every node of a test cluster. */
    static final String IMAGE = "local/debian:bookworm";

    private final String name = "clearml-tenants-test-" + Long.toString(System.nanoTime(), 36);
    private final ObjectMapper json = JsonMapping.objectMapper();
    private final Cluster cluster;

    /** Skips the test where the environment names no cluster. */
    Namespace() {
        if (System.getenv().getOrDefault("KUBECONFIG", "").isBlank()) {
            throw new TestAbortedException("No Kubernetes for tests: set KUBECONFIG");
        }
        cluster = Cluster.of(site(Optional.empty()));
        kubectl("", "create", "namespace", name);
    }

    /** The namespace as a user names it. */
    Site.Kubernetes site(Optional<String> release) {
        return new Site.Kubernetes(
                Optional.of(name), release, Optional.empty(), Optional.empty(), false);
    }

    String name() {
        return name;
    }

    ApiServer server() {
        return new ApiServer(cluster, json);
    }

    /** Makes what the manifest says. */
    void apply(String manifest) {
        kubectl(manifest, "apply", "-n", name, "-f", "-");
    }

    Pod awaitReady(String pod) {
        return Awaitility.await(pod + " is ready")
                .atMost(Duration.ofSeconds(60))
                .until(() -> new Pod(server().get("pods", pod).orElseThrow()), Pod::ready);
    }

    /** What {@code kubectl} prints. */
    String kubectl(String input, String... arguments) {
        try {
            Process process =
                    new ProcessBuilder(
                                    Stream.concat(Stream.of("kubectl"), Stream.of(arguments))
                                            .toList())
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError(List.of(arguments) + ": " + output);
            }
            return output;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        cluster.close();
        kubectl("", "delete", "namespace", name, "--wait=false");
    }
}
