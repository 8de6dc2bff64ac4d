package io.clearmltenants.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.connect.FarProgram;
import io.clearmltenants.journal.Operator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stand-in for the program, beside the files of a pod in a real cluster. */
class FileserverVolumeIT {
    /** Larger than any pipe, so that all of it has to be carried. */
    private static final int PADDING = 5_000_000;

    private static final String PROGRAM =
            """
            #!/bin/sh
            while read -r line; do echo "$* $line $(cat /mnt/fileserver/where)"; done
            exit
            """;

    private static final String FILESERVER =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: fileserver, labels: {app.kubernetes.io/instance: test-fileserver}}
            spec:
              terminationGracePeriodSeconds: 0
              volumes: [{name: files, hostPath: {path: FOLDER, type: Directory}}]
              securityContext: {runAsUser: 65532, runAsGroup: 65532}
              containers:
                - name: clearml-fileserver
                  image: IMAGE
                  command: [sleep, infinity]
                  securityContext: {readOnlyRootFilesystem: READ_ONLY}
                  volumeMounts: [{name: files, mountPath: /mnt/fileserver}]
            """;

    @TempDir Path folder;
    private Namespace namespace;

    @BeforeEach
    void enter() throws IOException {
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
    void runsInTheFileserversPodAndLeavesNothingThere() throws IOException {
        FileserverVolume volume = volume(false);

        try (FarProgram program = volume.start(List.of("agent"))) {
            assertThat(answer(program, "hello")).isEqualTo("agent hello in the folder");
            assertThat(answer(program, "again")).isEqualTo("agent again in the folder");
        }

        assertThat(
                        namespace.kubectl(
                                "",
                                "exec",
                                "-n",
                                namespace.name(),
                                "fileserver",
                                "--",
                                "ls",
                                "/tmp"))
                .isEmpty();
        assertThat(ours()).isEmpty();
    }

    @Test
    void runsInAPodOfOursWhereTheFileserversTakesNoFile() throws IOException {
        FileserverVolume volume = volume(true);

        try (FarProgram program = volume.start(List.of("agent"))) {
            assertThat(answer(program, "hello")).isEqualTo("agent hello in the folder");
            Pod pod = new Pod(ours().getFirst());
            assertThat(pod.node()).isEqualTo(volume.fileserver().pod().node());
            assertThat(pod.containers().getFirst().spec().at("/securityContext/runAsUser").asLong())
                    .isEqualTo(65532);
        }

        Awaitility.await().until(() -> ours().isEmpty());
    }

    @Test
    void aPodWhoseRunWasKilledIsRemovedByTheNext() throws IOException {
        FileserverVolume volume = volume(true);
        namespace.apply(
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: clearml-tenants-killed
                  labels: {app.kubernetes.io/managed-by: clearml-tenants}
                  annotations: {clearml-tenants/host: HOST, clearml-tenants/process: "4194305"}
                spec: {containers: [{name: clearml-tenants, image: IMAGE, command: [sleep, "600"]}]}
                """
                        .replace("IMAGE", Namespace.IMAGE)
                        .replace("HOST", Operator.current().host()));

        volume.start(List.of("agent")).close();

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> ours().isEmpty());
    }

    @Test
    void aProgramWhosePodGoesAwayIsALostConnection() throws IOException {
        FileserverVolume volume = volume(false);
        FarProgram program = volume.start(List.of("agent"));
        answer(program, "hello");

        namespace.server().delete("pods", "fileserver");

        assertThatThrownBy(() -> program.output().read()).isInstanceOf(IOException.class);
    }

    private List<JsonNode> ours() {
        return namespace.server().list("pods", Labels.OURS);
    }

    private FileserverVolume volume(boolean readOnly) throws IOException {
        namespace.apply(manifest(readOnly));
        return volumeOf(namespace.awaitReady("fileserver"));
    }

    private FileserverVolume volumeOf(Pod pod) throws IOException {
        Path program = folder.resolve("program");
        Files.writeString(program, PROGRAM + "#" + "x".repeat(PADDING));
        return new FileserverVolume(
                namespace.server(),
                pod.containers().getFirst(),
                Map.of(),
                Optional.empty(),
                () -> new ProgramFile(program, PROGRAM.length() + 1 + PADDING),
                new OwnPods(namespace.server()));
    }

    private String manifest(boolean readOnly) {
        return FILESERVER
                .replace("FOLDER", folder.toString())
                .replace("IMAGE", Namespace.IMAGE)
                .replace("READ_ONLY", String.valueOf(readOnly));
    }

    private static String answer(FarProgram program, String line) throws IOException {
        program.input().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        program.input().flush();
        return new BufferedReader(new InputStreamReader(program.output()), 1).readLine();
    }
}
