package io.clearmltenants.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.json.Digests;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    @TempDir Path home;

    @Test
    void withoutAnyChoiceTheUsualSocketsAreTriedInTheirOrder() {
        assertThat(candidates(Map.of("XDG_RUNTIME_DIR", "/run/user/1000")))
                .extracting(Endpoint::address)
                .containsExactly(
                        "unix:///var/run/docker.sock",
                        "unix:///run/user/1000/docker.sock",
                        "unix://" + home.resolve(".docker/run/docker.sock"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tcp://engine:99999", "tcp://engine:0", "tcp://engine:port", "unix:socket"})
    void anAddressThatCannotBeOneIsSaidSo(String address) {
        assertThatThrownBy(() -> candidates(Map.of("DOCKER_HOST", address)))
                .isInstanceOf(ConnectFailure.class)
                .hasMessageContaining("'" + address + "' (variable DOCKER_HOST)");
    }

    @Test
    void dockerHostComesBeforeTheContext() throws IOException {
        context("far", "tcp://engine.example:2376");

        assertThat(candidates(Map.of("DOCKER_HOST", "unix:///mine.sock", "DOCKER_CONTEXT", "far")))
                .containsExactly(Endpoint.socket(Path.of("/mine.sock"), "variable DOCKER_HOST"));
    }

    @Test
    void tlsIsSpokenIfItIsToBeVerified() {
        Path certificates = home.resolve("certificates");

        assertThat(
                        candidates(
                                Map.of(
                                        "DOCKER_HOST",
                                        "tcp://engine.example",
                                        "DOCKER_TLS_VERIFY",
                                        "1",
                                        "DOCKER_CERT_PATH",
                                        certificates.toString())))
                .containsExactly(
                        new Endpoint(
                                URI.create("tcp://engine.example:2376"),
                                Optional.of(certificates),
                                "variable DOCKER_HOST"));
        assertThat(candidates(Map.of("DOCKER_HOST", "tcp://engine.example")))
                .containsExactly(
                        new Endpoint(
                                URI.create("tcp://engine.example:2375"),
                                Optional.empty(),
                                "variable DOCKER_HOST"));
    }

    @Test
    void theCurrentContextIsUsedWithItsCertificates() throws IOException {
        context("far", "tcp://engine.example:2376");
        Path certificates = tlsFolder("far");
        Files.createDirectories(certificates);
        Files.writeString(home.resolve(".docker/config.json"), "{\"currentContext\": \"far\"}");

        assertThat(candidates(Map.of()))
                .containsExactly(
                        new Endpoint(
                                URI.create("tcp://engine.example:2376"),
                                Optional.of(certificates),
                                "docker context far"));
    }

    @Test
    void theVariableChoosesAnotherContextThanTheCurrentOne() throws IOException {
        context("far", "tcp://engine.example:2376");
        context("near", "unix:///near.sock");
        Files.writeString(home.resolve(".docker/config.json"), "{\"currentContext\": \"far\"}");

        assertThat(candidates(Map.of("DOCKER_CONTEXT", "near")))
                .extracting(Endpoint::address)
                .containsExactly("unix:///near.sock");
        assertThat(candidates(Map.of("DOCKER_CONTEXT", "default"))).hasSizeGreaterThan(1);
    }

    @Test
    void aContextThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> candidates(Map.of("DOCKER_CONTEXT", "gone")))
                .isInstanceOf(ConnectFailure.class)
                .hasMessageContaining("'gone'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://engine.example:99999",
                "tcp://engine.example:0",
                "tcp://engine.example:port",
                "unix:docker.sock",
                "unix://",
                "engine.example:2375",
                "not an address",
                "tcp://"
            })
    void anAddressThatCannotBeOneIsNamedWithWhoSaidSo(String address) {
        assertThatThrownBy(() -> candidates(Map.of("DOCKER_HOST", address)))
                .isInstanceOf(ConnectFailure.class)
                .hasMessageContaining("'" + address + "' (variable DOCKER_HOST)");
    }

    @Test
    void anEngineBehindSshIsToBeForwarded() {
        assertThatThrownBy(() -> candidates(Map.of("DOCKER_HOST", "ssh://me@engine.example")))
                .isInstanceOf(ConnectFailure.class)
                .hasMessageContaining("ssh -L");
    }

    private List<Endpoint> candidates(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("HOME", home.toString());
        return new Endpoints(all).candidates();
    }

    private void context(String name, String host) throws IOException {
        Path folder = home.resolve(".docker/contexts/meta").resolve(Digests.sha256Hex(name));
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("meta.json"),
                "{\"Name\": \"%s\", \"Endpoints\": {\"docker\": {\"Host\": \"%s\"}}}"
                        .formatted(name, host));
    }

    private Path tlsFolder(String name) {
        return home.resolve(".docker/contexts/tls")
                .resolve(Digests.sha256Hex(name))
                .resolve("docker");
    }
}
