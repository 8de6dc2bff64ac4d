package io.clearmltenants.docker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * A port, of another host as a rule.
 *
 * @param certificates folder with ca.pem, cert.pem and key.pem; empty for a connection without TLS
 */
record TcpEndpoint(String host, int port, Optional<Path> certificates, String origin)
        implements Endpoint {
    private static final int HIGHEST_PORT = 65_535;

    TcpEndpoint {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("There is no port " + port);
        }
    }

    @Override
    public String address() {
        return "tcp://" + host + ":" + port;
    }

    @Override
    public Socket connect(Duration patience) throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
            plain.setSoTimeout((int) patience.toMillis());
            return certificates.isEmpty() ? plain : secured(plain, certificates.get());
        } catch (IOException | RuntimeException failure) {
            plain.close();
            throw failure;
        }
    }

    private Socket secured(Socket plain, Path folder) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        new ClientCertificate(folder)
                                .context()
                                .getSocketFactory()
                                .createSocket(plain, host, port, true);
        SSLParameters checked = socket.getSSLParameters();
        // Without this, Java accepts a certificate of another host.
        checked.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(checked);
        socket.startHandshake();
        return socket;
    }
}
