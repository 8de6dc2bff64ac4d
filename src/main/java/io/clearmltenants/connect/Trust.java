package io.clearmltenants.connect;

import io.clearmltenants.json.PlainFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Which certificate authorities are believed: the machine's and those of one more file.
 *
 * @param system the machine's own file; empty if it has none: then those built into the program,
 *     which are as old as the program
 * @param more the file that the user or the configuration names
 */
record Trust(Optional<Path> system, Optional<Path> more) {
    private static final Pattern CERTIFICATE =
            Pattern.compile("(?s)-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----");

    /** Where the distributions keep their authorities: Debian, Red Hat, SUSE, Alpine. */
    private static final List<String> USUAL =
            List.of(
                    "etc/ssl/certs/ca-certificates.crt",
                    "etc/pki/tls/certs/ca-bundle.crt",
                    "etc/ssl/ca-bundle.pem",
                    "etc/ssl/cert.pem");

    /** The trust of a machine whose root folder is given; SSL_CERT_FILE replaces its own file. */
    static Trust of(Environment environment, Path machine, Optional<Path> more) {
        Stream<Path> named =
                environment.first("SSL_CERT_FILE").map(set -> Path.of(set.value())).stream();
        return new Trust(
                Stream.concat(named, USUAL.stream().map(machine::resolve))
                        .filter(Files::isReadable)
                        .findFirst(),
                more);
    }

    /**
     * A context for TLS connections.
     *
     * @throws ConfigurationFailure if a file cannot be read or holds no certificate
     */
    SSLContext context() {
        List<X509Certificate> authorities = new ArrayList<>();
        try {
            authorities.addAll(
                    system.isPresent() ? certificates(system.get()) : builtInAuthorities());
            if (more.isPresent()) {
                authorities.addAll(certificates(more.get()));
            }
            return context(managers(authorities));
        } catch (GeneralSecurityException | IOException impossible) {
            throw new ConfigurationFailure(
                    "TLS cannot be set up with the certificate authorities of this machine; set SSL_CERT_FILE to a PEM file with them.",
                    impossible);
        }
    }

    /**
     * Reads the further file, which a connection without TLS never would.
     *
     * @throws ConfigurationFailure if it cannot be read or holds no certificate
     */
    void check() {
        more.ifPresent(Trust::certificates);
    }

    /** A context that believes every certificate, for {@code verify_certs: false}. */
    static SSLContext everyone() {
        try {
            return context(new TrustManager[] {new BelieveAll()});
        } catch (GeneralSecurityException impossible) {
            throw new ConnectFailure("TLS cannot be set up on this machine.", impossible);
        }
    }

    private static SSLContext context(TrustManager[] managers) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return context;
    }

    private static TrustManager[] managers(List<X509Certificate> authorities)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int number = 0; number < authorities.size(); number++) {
            store.setCertificateEntry("authority-" + number, authorities.get(number));
        }
        TrustManagerFactory factory = factory();
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static List<X509Certificate> builtInAuthorities() throws GeneralSecurityException {
        TrustManagerFactory factory = factory();
        factory.init((KeyStore) null);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Stream.of(manager.getAcceptedIssuers()))
                .toList();
    }

    private static TrustManagerFactory factory() throws GeneralSecurityException {
        return TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    }

    private static List<X509Certificate> certificates(Path file) {
        try {
            String text = PlainFile.text(file, StandardCharsets.ISO_8859_1);
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> found = new ArrayList<>();
            for (String block :
                    CERTIFICATE.matcher(text).results().map(MatchResult::group).toList()) {
                byte[] bytes = block.getBytes(StandardCharsets.US_ASCII);
                found.add(
                        (X509Certificate)
                                factory.generateCertificate(new ByteArrayInputStream(bytes)));
            }
            if (found.isEmpty()) {
                throw unusable(file, "holds no certificate in PEM form", null);
            }
            return found;
        } catch (IOException unreadable) {
            throw unusable(file, "cannot be read", unreadable);
        } catch (CertificateException damaged) {
            throw unusable(file, "holds a damaged certificate", damaged);
        }
    }

    private static ConfigurationFailure unusable(Path file, String why, Exception cause) {
        return new ConfigurationFailure(
                "The file of certificate authorities "
                        + file
                        + " "
                        + why
                        + "; give a readable PEM file with --ca-file (the machine's own: SSL_CERT_FILE).",
                cause);
    }
}
