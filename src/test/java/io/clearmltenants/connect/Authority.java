package io.clearmltenants.connect;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A certificate that nobody knows, made by the JDK's keytool, and a server that shows it.
 *
 * @param keys the key store with certificate and key
 * @param pem the certificate
 */
record Authority(Path keys, Path pem) {
    private static final String PASSWORD = "changeit";

    static Authority create(Path folder) throws IOException, InterruptedException {
        Authority authority = new Authority(folder.resolve("keys.p12"), folder.resolve("ca.pem"));
        authority.keytool(
                List.of(
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost"));
        authority.keytool(List.of("-exportcert", "-rfc", "-file", authority.pem.toString()));
        return authority;
    }

    /** A client with this context connects to a server that shows the certificate. */
    void shakeHands(SSLContext client) throws Exception {
        try (SSLServerSocket server = listen()) {
            CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> accept(server));
            try (SSLSocket socket =
                    (SSLSocket)
                            client.getSocketFactory()
                                    .createSocket("127.0.0.1", server.getLocalPort())) {
                socket.startHandshake();
            } finally {
                answer.join();
            }
        }
    }

    private SSLServerSocket listen() throws Exception {
        KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory()
                        .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    /** A client that does not believe us hangs up: its side of the test says so. */
    private static void accept(SSLServerSocket server) {
        try (SSLSocket socket = (SSLSocket) server.accept();
                InputStream in = socket.getInputStream()) {
            in.read();
        } catch (IOException hungUp) {
            System.err.println("The client hung up: " + hungUp.getMessage());
        }
    }

    private void keytool(List<String> arguments) throws IOException, InterruptedException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(tool.toString()));
        command.addAll(arguments);
        command.addAll(
                List.of("-alias", "test", "-keystore", keys.toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool failed: " + said);
        }
    }
}
