package io.clearmltenants.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.connect.FarProgram;
import io.clearmltenants.fixture.PythonImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pods of a real cluster as Enterprise's: Python, but no shell, no tools and no writable root. */
@Timeout(180)
class PythonPodsIT {
    /** Larger than any pipe. */
    private static final int PADDING = 5_000_000;

    private static final int CARRIED = 1_000_000;

    /** Tells where its own file is or was. */
    private static final String PROGRAM =
            """
            #!/usr/local/bin/python3
            import os, sys
            for line in sys.stdin:
                print(*sys.argv[1:], line.strip(), open("/mnt/fileserver/where").read().strip(),
                      os.readlink(sys.argv[0]), flush=True)
            """;

    private static final String POD =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: NAME}
            spec:
              terminationGracePeriodSeconds: 0
              hostAliases: [{ip: ADDRESS, hostnames: [database.outside]}]
              volumes:
                - {name: files, hostPath: {path: FOLDER, type: Directory}}
                - {name: scratch, emptyDir: {}}
              securityContext: {runAsUser: 65532, runAsGroup: 65532, runAsNonRoot: true}
              containers:
                - name: clearml
                  image: IMAGE
                  imagePullPolicy: IfNotPresent
                  securityContext: {readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
                  volumeMounts: [MOUNTS]
            """;

    private static final String FILES = "{name: files, mountPath: /mnt/fileserver}";
    private static final String SCRATCH = "{name: scratch, mountPath: /scratch}";

    @TempDir Path folder;
    private Namespace namespace;
    private String image;

    @BeforeEach
    void enter() throws IOException {
        image = PythonImage.build();
        namespace = new Namespace();
        Files.writeString(folder.resolve("where"), "in the folder\n");
        folder.toFile().setReadable(true, false);
        folder.toFile().setExecutable(true, false);
    }

    @AfterEach
    void leave() {
        if (namespace != null) {
            namespace.close();
        }
    }

    @Test
    void theFileserversPodKeepsTheProgramInMemory() throws IOException {
        try (FarProgram program = volume(FILES).start(List.of("agent"))) {
            assertThat(answer(program, "hello"))
                    .isEqualTo("agent hello in the folder /memfd:clearml-tenants (deleted)");
            assertThat(answer(program, "again")).startsWith("agent again in the folder");
            assertThat(namespace.server().list("pods", Labels.OURS)).isEmpty();
        }
    }

    @Test
    void anEmptyFolderOfTheFileserversPodTakesTheProgram() throws IOException {
        try (FarProgram program = volume(FILES + ", " + SCRATCH).start(List.of("agent"))) {
            assertThat(answer(program, "hello"))
                    .startsWith("agent hello in the folder /scratch/clearml-tenants-")
                    .endsWith("/program (deleted)");
            assertThat(namespace.server().list("pods", Labels.OURS)).isEmpty();
        }
    }

    @Test
    void aPodOfOursOfTheSameImageTakesTheProgramToo() throws Exception {
        FileserverVolume volume = volume(FILES);
        HelperPods pods =
                new HelperPods(
                        namespace.server(), volume.fileserver(), volume.mount(), volume.own());

        try (FarProgram program =
                pods.startCopied(volume.program().get(), Carrier.Tool.PYTHON, List.of("agent"))) {
            assertThat(answer(program, "hello"))
                    .startsWith("agent hello in the folder /clearml-tenants/clearml-tenants-");
            assertThat(namespace.server().list("pods", Labels.OURS)).hasSize(1);
        }

        Awaitility.await().until(() -> namespace.server().list("pods", Labels.OURS).isEmpty());
    }

    @Test
    void aServerThatOnlyTheApiserversPodKnowsIsReachedThroughIt() throws Exception {
        byte[] sent = new byte[CARRIED];
        new Random(6).nextBytes(sent);
        assertThatThrownBy(() -> InetAddress.getByName("database.outside"))
                .isInstanceOf(UnknownHostException.class);

        // The common pool is the Kubernetes client's.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                ServerSocket database =
                        new ServerSocket(0, 1, InetAddress.getByName(nodeAddress()));
                Forwards forwards = new Forwards()) {
            Future<byte[]> seen = threads.submit(() -> echo(database));
            PodNames names =
                    new PodNames(
                            namespace.server(),
                            container("apiserver", SCRATCH),
                            new TreeSet<>(List.of(database.getLocalPort())),
                            forwards);
            InetAddress address = names.addresses("database.outside").getFirst();
            assertThat(address.isLoopbackAddress()).isTrue();

            try (Socket client = new Socket(address, database.getLocalPort())) {
                client.setSoTimeout(60_000);
                threads.execute(() -> send(client, sent));
                assertThat(client.getInputStream().readNBytes(CARRIED)).isEqualTo(sent);
            }
            assertThat(seen.get()).as("what came until the client closed").isEqualTo(sent);
        }
    }

    private FileserverVolume volume(String mounts) throws IOException {
        Path program = folder.resolve("program");
        String text = PROGRAM + "#" + "x".repeat(PADDING);
        Files.writeString(program, text);
        return new FileserverVolume(
                namespace.server(),
                container("fileserver", mounts),
                Map.of(),
                Optional.empty(),
                () -> new ProgramFile(program, text.length()),
                new OwnPods(namespace.server()));
    }

    private Container container(String name, String mounts) {
        namespace.apply(
                POD.replace("NAME", name)
                        .replace("ADDRESS", nodeAddress())
                        .replace("FOLDER", folder.toString())
                        .replace("IMAGE", image)
                        .replace("MOUNTS", mounts));
        return namespace.awaitReady(name).containers().getFirst();
    }

    /** This machine's, where its pods reach it. */
    private String nodeAddress() {
        return namespace.kubectl(
                "",
                "get",
                "nodes",
                "--output",
                "jsonpath={.items[0].status.addresses[?(@.type=='InternalIP')].address}");
    }

    /** Sends back what comes, and gives it when the client has closed. */
    private static byte[] echo(ServerSocket server) {
        try (Socket client = server.accept()) {
            var all = new ByteArrayOutputStream();
            byte[] part = new byte[32_768];
            for (int length = client.getInputStream().read(part);
                    length >= 0;
                    length = client.getInputStream().read(part)) {
                all.write(part, 0, length);
                client.getOutputStream().write(part, 0, length);
            }
            return all.toByteArray();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void send(Socket client, byte[] content) {
        try {
            client.getOutputStream().write(content);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String answer(FarProgram program, String line) throws IOException {
        program.input().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        program.input().flush();
        return new BufferedReader(new InputStreamReader(program.output()), 1).readLine();
    }
}
