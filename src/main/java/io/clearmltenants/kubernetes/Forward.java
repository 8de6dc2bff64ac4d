package io.clearmltenants.kubernetes;

import io.clearmltenants.connect.ConnectFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ports of this machine, on a loopback address of their own, that lead to a host of the cluster. A
 * connection that breaks is not mended: its client opens a new one, and that is led to what is
 * there then.
 */
final class Forward implements AutoCloseable {
    private static final int FIRST_UNPRIVILEGED = 1024;

    private final InetAddress address;
    private final Dial dial;
    private final List<ServerSocket> listeners = new ArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Forward(InetAddress address, Dial dial) {
        this.address = address;
        this.dial = dial;
    }

    /**
     * Listens on every port of the host.
     *
     * @throws IOException where one of them is taken on this address
     */
    static Forward open(InetAddress address, Dial dial) throws IOException {
        Forward forward = new Forward(address, dial);
        try {
            for (int port : dial.ports()) {
                forward.listen(port);
            }
        } catch (IOException taken) {
            forward.close();
            throw taken;
        }
        return forward;
    }

    InetAddress address() {
        return address;
    }

    @Override
    public void close() {
        listeners.forEach(Forward::close);
        open.forEach(Forward::close);
    }

    private void listen(int port) throws IOException {
        ServerSocket listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(address, port));
        } catch (IOException refused) {
            listener.close();
            if (port < FIRST_UNPRIVILEGED) {
                // Not for everybody; no database listens there.
                return;
            }
            throw refused;
        }
        listeners.add(listener);
        Thread.ofVirtual()
                .name("forward " + address.getHostName() + ":" + port)
                .start(() -> accept(listener, port));
    }

    private void accept(ServerSocket listener, int port) {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                client.setTcpNoDelay(true);
                open.add(client);
                Thread.ofVirtual().start(() -> lead(client, port));
            } catch (IOException closed) {
                close(listener);
            }
        }
    }

    /** That there is no way now is told to the client as it would be by the host: by the end. */
    private void lead(Socket client, int port) {
        try (client;
                FarConnection far = dial.connect(port)) {
            Thread.ofVirtual().start(() -> send(client, far));
            copy(far.reading(), client.getOutputStream());
        } catch (IOException | ConnectFailure broken) {
            close(client);
        } finally {
            open.remove(client);
        }
    }

    private static void send(Socket client, FarConnection far) {
        try {
            copy(client.getInputStream(), far.writing());
        } catch (IOException broken) {
            close(client);
        } finally {
            far.close();
        }
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[32 * 1024];
        for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
            to.write(buffer, 0, length);
            to.flush();
        }
    }

    private static void close(java.io.Closeable socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            throw new java.io.UncheckedIOException(closed);
        }
    }
}
