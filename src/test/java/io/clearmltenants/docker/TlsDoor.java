package io.clearmltenants.docker;

import com.github.dockerjava.transport.UnixSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.ssl.SSLServerSocket;

/** A port that speaks TLS, asks for a certificate, and passes all on to an engine's socket. */
final class TlsDoor implements AutoCloseable {
    private final Path engine;
    private final SSLServerSocket door;

    TlsDoor(ClientCertificate certificate, Path engine) throws IOException {
        this.engine = engine;
        door =
                (SSLServerSocket)
                        certificate
                                .getSSLContext()
                                .getServerSocketFactory()
                                .createServerSocket(0, 8, InetAddress.getLoopbackAddress());
        door.setNeedClientAuth(true);
        Thread.ofVirtual().start(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                Socket host = UnixSocket.get(engine.toString());
                Thread.ofVirtual().start(() -> pass(guest, host));
                Thread.ofVirtual().start(() -> pass(host, guest));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            input.transferTo(output);
        } catch (IOException ended) {
            // One side closing is how every connection ends; the test looks at what came through.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
