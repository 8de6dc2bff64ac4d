package io.clearmltenants.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Web servers of a real cluster, by the names that their neighbours use. */
class PodNamesIT {
    private static final int SERVICE_PORT = 18080;
    private static final int POD_PORT = 8080;

    private static final String WORLD =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: clearml-apiserver}
            spec: {terminationGracePeriodSeconds: 0, containers: [{name: clearml-apiserver, image: local/busybox:1, command: [sleep, "100000"]}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {selector: {app: web}, ports: [{port: 18080, targetPort: http}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web-headless}
            spec: {clusterIP: None, selector: {app: web}, ports: [{port: 8080}]}
            ---
            """;

    private static final String WEB =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web-0, labels: {app: web}}
            spec:
              terminationGracePeriodSeconds: 0
              containers:
                - name: web
                  image: local/busybox:1
                  command: [sh, -c, "mkdir /w; echo TEXT > /w/index.html; exec httpd -f -p 8080 -h /w"]
                  ports: [{name: http, containerPort: 8080}]
                  readinessProbe: {tcpSocket: {port: 8080}, periodSeconds: 1}
            """;

    private static Namespace namespace;
    private static Container apiServer;
    private Forwards forwards;
    private PodNames names;

    @BeforeAll
    static void enter() {
        namespace = new Namespace();
        namespace.apply(WORLD + WEB.replace("TEXT", "first"));
        namespace.awaitReady("web-0");
        apiServer = namespace.awaitReady("clearml-apiserver").containers().getFirst();
    }

    @AfterAll
    static void leave() {
        if (namespace != null) {
            namespace.close();
        }
    }

    @BeforeEach
    void name() {
        forwards = new Forwards();
        names =
                new PodNames(
                        namespace.server(), apiServer, new TreeSet<>(List.of(POD_PORT)), forwards);
    }

    @AfterEach
    void close() {
        forwards.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "web.NS", "web.NS.svc", "web.NS.svc.cluster.local"})
    void aServiceIsReachedByEachOfItsNamesAtItsOwnPort(String host) throws IOException {
        String name = host.replace("NS", namespace.name());
        InetAddress address = names.addresses(name).getFirst();

        assertThat(address.isLoopbackAddress()).isTrue();
        assertThat(address.getHostName()).isEqualTo(name);
        assertThat(get(address, SERVICE_PORT)).contains("200 OK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"web-0.web-headless", "web-0.web-headless.NS.svc.cluster.local"})
    void aPodOfAHeadlessServiceIsReachedAtThePodsPort(String host) throws IOException {
        InetAddress address = names.addresses(host.replace("NS", namespace.name())).getFirst();

        assertThat(get(address, POD_PORT)).contains("200 OK");
    }

    @Test
    void theClustersOwnAddressesAreReachedToo() throws IOException {
        String service =
                namespace
                        .server()
                        .get("services", "web")
                        .orElseThrow()
                        .at("/spec/clusterIP")
                        .asText();

        assertThat(get(names.addresses(service).getFirst(), SERVICE_PORT)).contains("200 OK");
    }

    @Test
    void aNewPodTakesThePlaceOfOneThatIsGone() throws IOException {
        InetAddress address = names.addresses("web").getFirst();
        get(address, SERVICE_PORT);
        namespace.server().delete("pods", "web-0");
        Awaitility.await().until(() -> namespace.server().get("pods", "web-0").isEmpty());

        assertThat(get(address, SERVICE_PORT)).as("while there is none").isEmpty();
        namespace.apply(WEB.replace("TEXT", "second"));
        namespace.awaitReady("web-0");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get(address, SERVICE_PORT)).contains("second"));
    }

    @Test
    void aNameThatNobodyKnowsHasNoAddress() {
        assertThatThrownBy(() -> names.addresses("nobody.invalid"))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void closingFreesThePorts() throws IOException {
        InetAddress address = names.addresses("web").getFirst();
        forwards.close();

        assertThatThrownBy(() -> get(address, SERVICE_PORT)).isInstanceOf(IOException.class);
    }

    private static String get(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 5_000);
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
