package io.clearmltenants.docker;

import com.github.dockerjava.transport.SSLConfig;
import io.clearmltenants.connect.ConnectFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * How we show an engine who we are, and whom we believe.
 *
 * @param folder with ca.pem, cert.pem and key.pem, as the docker program keeps them
 */
record ClientCertificate(Path folder) implements SSLConfig {
    private static final Pattern KEY =
            Pattern.compile("(?s)-----BEGIN (RSA |)PRIVATE KEY-----(.*?)-----END");

    /** INTEGER 0 and the algorithm rsaEncryption, which an older file leaves out (RFC 8018). */
    private static final byte[] RSA_HEADER = Base64.getDecoder().decode("AgEAMA0GCSqGSIb3DQEBAQUA");

    @Override
    public SSLContext getSSLContext() {
        try {
            KeyStore mine = empty();
            char[] unused = new char[0];
            mine.setKeyEntry("client", key(), unused, certificates("cert.pem"));
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(mine, unused);
            KeyStore believed = empty();
            for (Certificate authority : certificates("ca.pem")) {
                believed.setCertificateEntry("authority " + believed.size(), authority);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(believed);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            throw new ConnectFailure(
                    "The engine's certificates in %s cannot be used (%s); give a folder with ca.pem, cert.pem and key.pem in DOCKER_CERT_PATH."
                            .formatted(folder, unusable.getMessage()),
                    unusable);
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }

    private Certificate[] certificates(String name) throws IOException, GeneralSecurityException {
        try (InputStream file = Files.newInputStream(folder.resolve(name))) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(file)
                    .toArray(Certificate[]::new);
        }
    }

    private PrivateKey key() throws IOException, GeneralSecurityException {
        String text = Files.readString(folder.resolve("key.pem"), StandardCharsets.ISO_8859_1);
        Matcher block = KEY.matcher(text);
        if (!block.find()) {
            throw new GeneralSecurityException("key.pem holds no plain private key");
        }
        byte[] bytes = Base64.getMimeDecoder().decode(block.group(2));
        if (!block.group(1).isEmpty()) {
            return rsa(element(0x30, RSA_HEADER, element(0x04, bytes)));
        }
        try {
            return rsa(bytes);
        } catch (GeneralSecurityException another) {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        }
    }

    private static PrivateKey rsa(byte[] bytes) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }

    /** An element in DER: its tag, its length in three bytes, its content. */
    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        return ByteBuffer.allocate(content.size() + 4)
                .put((byte) tag)
                .put((byte) 0x82)
                .putShort((short) content.size())
                .put(content.toByteArray())
                .array();
    }
}
