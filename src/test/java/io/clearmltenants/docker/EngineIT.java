package io.clearmltenants.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.fixture.PrivateAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against a real engine. */
class EngineIT {
    private static final String SOCKET = "unix://";

    @TempDir Path folder;
    private Path socket;

    @BeforeEach
    void find() {
        String host = System.getenv().getOrDefault("DOCKER_HOST", SOCKET + "/var/run/docker.sock");
        assumeTrue(host.startsWith(SOCKET), "The engine's socket is needed: DOCKER_HOST=" + host);
        socket = Path.of(host.substring(SOCKET.length()));
        assumeTrue(
                Files.exists(socket) && engine(Map.of("DOCKER_HOST", host)).answers(),
                "No container engine answers at " + host);
    }

    @Test
    void itAnswersOverItsSocket() {
        Engine engine = engine(Map.of("DOCKER_HOST", SOCKET + socket));

        assertThat(engine.architecture()).isNotEmpty();
        assertThat(engine.container("no-such-container")).isEmpty();
    }

    @Test
    void itAnswersOverTlsToWhoHasACertificate() throws IOException {
        try (PrivateAuthority authority = new PrivateAuthority();
                TlsDoor door = new TlsDoor(certificate(authority, folder), socket)) {
            assertThat(engine(variables(door)).architecture()).isNotEmpty();
        }
    }

    @Test
    void anOldKeyOfRsaIsTakenToo() throws IOException {
        try (PrivateAuthority authority = new PrivateAuthority();
                TlsDoor door = new TlsDoor(certificate(authority, folder), socket)) {
            Files.writeString(folder.resolve("key.pem"), withoutHeader(authority.keyFile()));

            assertThat(engine(variables(door)).answers()).isTrue();
        }
    }

    @Test
    void anEngineOfAnotherAuthorityIsNotBelieved() throws IOException {
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        try (PrivateAuthority authority = new PrivateAuthority();
                PrivateAuthority other = new PrivateAuthority();
                TlsDoor door = new TlsDoor(certificate(other, theirs), socket)) {
            certificate(authority, folder);
            Engine engine = engine(variables(door));

            assertThat(engine.answers()).isFalse();
            assertThatThrownBy(engine::architecture)
                    .isInstanceOf(ConnectFailure.class)
                    .hasMessageContaining("tcp://localhost:" + door.port());
        }
    }

    @Test
    void certificatesThatAreNotThereAreNamed() {
        Engine engine =
                engine(
                        Map.of(
                                "DOCKER_HOST",
                                "tcp://localhost:1",
                                "DOCKER_TLS_VERIFY",
                                "1",
                                "DOCKER_CERT_PATH",
                                folder.toString()));

        assertThatThrownBy(engine::architecture).isInstanceOf(ConnectFailure.class);
    }

    private Map<String, String> variables(TlsDoor door) {
        return Map.of(
                "DOCKER_HOST",
                "tcp://localhost:" + door.port(),
                "DOCKER_TLS_VERIFY",
                "1",
                "DOCKER_CERT_PATH",
                folder.toString());
    }

    private static Engine engine(Map<String, String> variables) {
        return new Engine(new Endpoints(variables).candidates().getFirst());
    }

    private static ClientCertificate certificate(PrivateAuthority authority, Path folder)
            throws IOException {
        Files.copy(authority.caFile(), folder.resolve("ca.pem"));
        Files.copy(authority.certificateFile(), folder.resolve("cert.pem"));
        Files.copy(authority.keyFile(), folder.resolve("key.pem"));
        return new ClientCertificate(folder);
    }

    /** As openssl wrote RSA keys before version 3: without the 26 bytes that name the algorithm. */
    private static String withoutHeader(Path key) throws IOException {
        String text = Files.readString(key).replaceAll("-----[A-Z ]+-----", "");
        byte[] whole = Base64.getMimeDecoder().decode(text);
        byte[] inner = Arrays.copyOfRange(whole, 26, whole.length);
        return "-----BEGIN RSA PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(inner)
                + "\n-----END RSA PRIVATE KEY-----\n";
    }
}
