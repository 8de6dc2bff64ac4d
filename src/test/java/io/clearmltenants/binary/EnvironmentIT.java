package io.clearmltenants.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The native executable runs where there is nothing: in a root without a single library, which is
 * less than CentOS 7, Alpine or an image FROM scratch have.
 */
@EnabledIfSystemProperty(named = Binary.PROPERTY, matches = "true")
class EnvironmentIT {
    @TempDir Path folder;
    private EmptyRoot root;

    @BeforeEach
    void onlyTheSuperuserMakesRoots() throws IOException, InterruptedException {
        assumeTrue(EmptyRoot.isPossible(), EmptyRoot.REASON);
        root = new EmptyRoot(Files.createDirectory(folder.resolve("root")));
    }

    @Test
    void itAsksForNoSharedLibraryAndNoInterpreter() throws IOException {
        ElfFile file = ElfFile.read(Binary.path());
        assertThat(file.segmentTypes()).doesNotContain(ElfFile.INTERPRETER, ElfFile.DYNAMIC);
    }

    @Test
    void itRunsInAnEmptyReadOnlyRootAsNobodyWithNoEnvironment()
            throws IOException, InterruptedException {
        EmptyRoot.Ended version = EmptyRoot.run(root.command("--version"));
        assertThat(version.exitCode()).as(version.output()).isZero();
        assertThat(version.output()).startsWith("clearml-tenants ");
        EmptyRoot.Ended help = EmptyRoot.run(root.command("plan", "--help"));
        assertThat(help.exitCode()).as(help.output()).isZero();
        assertThat(help.output()).contains("Usage: clearml-tenants plan");
    }

    @Test
    void itSaysInOneSentenceThatNoServerAnswersEvenThere()
            throws IOException, InterruptedException {
        EmptyRoot.Ended plan =
                EmptyRoot.run(
                        root.command(
                                "plan",
                                "acme",
                                "--mongo",
                                "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=500"));
        assertThat(plan.exitCode()).as(plan.output()).isEqualTo(12);
        assertThat(plan.output())
                .contains("clearml-tenants: MongoDB cannot be reached")
                .doesNotContain("\tat ");
    }

    @Test
    void asFirstProcessItEndsWhenItIsAskedTo() throws IOException, InterruptedException {
        for (String signal : List.of("TERM", "INT")) {
            try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                silent.setSoTimeout(20_000);
                String mongo = "mongodb://127.0.0.1:" + silent.getLocalPort();
                Process unshare = EmptyRoot.start(root.command("plan", "acme", "--mongo", mongo));
                try (Socket connected = silent.accept();
                        InputStream output = unshare.getInputStream()) {
                    kill(signal, unshare.descendants().findFirst().orElseThrow());
                    assertThat(unshare.waitFor(10, TimeUnit.SECONDS))
                            .as("%s: %s", signal, connected)
                            .isTrue();
                    assertThat(unshare.exitValue())
                            .as(new String(output.readAllBytes()))
                            .isNotZero();
                } finally {
                    unshare.destroyForcibly();
                }
            }
        }
    }

    private static void kill(String signal, ProcessHandle process)
            throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    }
}
