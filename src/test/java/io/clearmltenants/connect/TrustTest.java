package io.clearmltenants.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which certificates are believed, shown by handshakes with a server on this machine. */
class TrustTest {
    @TempDir static Path certificates;
    private static Authority authority;
    private static Authority other;

    @TempDir Path machine;

    @BeforeAll
    static void twoCertificatesThatNobodyKnows() throws Exception {
        authority = Authority.create(Files.createDirectory(certificates.resolve("one")));
        other = Authority.create(Files.createDirectory(certificates.resolve("two")));
    }

    @Test
    void aServerWithAnUnknownCertificateIsRefused() {
        SSLContext context = trust(Optional.empty()).context();

        assertThatThrownBy(() -> authority.shakeHands(context)).isInstanceOf(SSLException.class);
    }

    @Test
    void theCaFileIsBelieved() throws Exception {
        authority.shakeHands(trust(Optional.of(authority.pem())).context());
    }

    @Test
    void theCaFileMayHoldSeveralCertificatesTextAndAPrivateKey() throws Exception {
        Path bundle = machine.resolve("bundle.pem");
        Files.writeString(
                bundle,
                "# -- two --\n"
                        + Files.readString(other.pem())
                        + "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
                        + Files.readString(authority.pem()));

        SSLContext context = trust(Optional.of(bundle)).context();
        authority.shakeHands(context);
        other.shakeHands(context);
    }

    @Test
    void theMachinesOwnFileIsBelieved() throws Exception {
        Path usual = machine.resolve("etc/ssl/certs/ca-certificates.crt");
        Files.createDirectories(usual.getParent());
        Files.copy(authority.pem(), usual);

        authority.shakeHands(trust(Optional.empty()).context());
    }

    @Test
    void aVariableNamesAnotherFileThanTheMachinesOwn() throws Exception {
        Environment environment =
                new Environment(Map.of("SSL_CERT_FILE", authority.pem().toString()));

        authority.shakeHands(Trust.of(environment, machine, Optional.empty()).context());
    }

    @Test
    void everyCertificateIsBelievedOnlyWhereThatIsAskedFor() throws Exception {
        authority.shakeHands(Trust.everyone());
    }

    @Test
    void aFileWithoutACertificateIsRefused() throws Exception {
        Path empty = Files.writeString(machine.resolve("empty.pem"), "nothing");

        assertThatThrownBy(() -> trust(Optional.of(empty)).context())
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining(empty + " holds no certificate in PEM form");
        assertThatThrownBy(() -> trust(Optional.of(machine.resolve("gone.pem"))).context())
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aDamagedCertificateIsRefused() throws Exception {
        Path damaged =
                Files.writeString(
                        machine.resolve("damaged.pem"),
                        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        assertThatThrownBy(() -> trust(Optional.of(damaged)).context())
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aMachineWithoutAFileHasTheBuiltInAuthorities() {
        Trust trust = trust(Optional.empty());

        assertThat(trust.system()).isEmpty();
        assertThat(trust.context()).isNotNull();
    }

    private Trust trust(Optional<Path> more) {
        return Trust.of(new Environment(Map.of()), machine, more);
    }
}
