package io.clearmltenants.kubernetes;

import io.clearmltenants.connect.ConnectFailure;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketHandshakeException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A web socket to the API server that carries numbered channels, as exec, attach and port-forward
 * of Kubernetes use it: each message begins with a byte that says which channel it belongs to.
 */
final class ChannelSocket implements AutoCloseable {
    private static final String PROTOCOL = "v4.channel.k8s.io";
    private static final int CONNECT_SECONDS = 30;
    private static final int LONGEST_MESSAGE = 32 * 1024;
    private static final long LONGEST_SENDING = Duration.ofSeconds(60).toNanos();
    private static final long PAUSE_NANOSECONDS = 50_000;
    private static final int NORMAL = 1000;

    private final WebSocket socket;

    private ChannelSocket(WebSocket socket) {
        this.socket = socket;
    }

    /**
     * Opens one; a server that is busy or lost is tried again.
     *
     * @param what the kind of what is opened, for failures: "pods/exec"
     * @param received gets the messages and the end
     * @throws ConnectFailure where the server does not answer, or does not let us
     */
    static ChannelSocket open(ApiServer server, String what, String path, Received received) {
        try {
            return new ChannelSocket(
                    server.cluster()
                            .client()
                            .newWebSocketBuilder()
                            .subprotocol(PROTOCOL)
                            .uri(server.uri(path))
                            .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                            .buildAsync(received)
                            .get(2 * CONNECT_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException refused) {
            throw failure(server, what, refused);
        } catch (TimeoutException lost) {
            throw ApiFailures.lost(server.cluster(), lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ApiFailures.lost(server.cluster(), stopped);
        }
    }

    /** What is written here goes to that channel. */
    OutputStream writing(int channel) {
        return new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                write(new byte[] {(byte) single}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                for (int done = 0; done < length; done += LONGEST_MESSAGE) {
                    int part = Math.min(LONGEST_MESSAGE, length - done);
                    send(channel, bytes, offset + done, part);
                }
            }
        };
    }

    @Override
    public void close() {
        socket.sendClose(NORMAL, "done");
    }

    /** The client takes a message only when the one before has left; it has no way to tell when. */
    private synchronized void send(int channel, byte[] bytes, int offset, int length)
            throws IOException {
        ByteBuffer message = ByteBuffer.allocate(length + 1);
        message.put((byte) channel).put(bytes, offset, length).flip();
        long start = System.nanoTime();
        while (socket.queueSize() > 0) {
            if (System.nanoTime() - start > LONGEST_SENDING) {
                throw new IOException("The Kubernetes API server takes no more data");
            }
            LockSupport.parkNanos(PAUSE_NANOSECONDS);
        }
        if (!socket.send(message)) {
            throw new IOException("The connection through the Kubernetes API server is closed");
        }
    }

    private static ConnectFailure failure(
            ApiServer server, String what, ExecutionException refused) {
        return refused.getCause() instanceof WebSocketHandshakeException handshake
                ? ApiFailures.refused(
                                server.cluster(),
                                "create",
                                what,
                                handshake.getResponse().code(),
                                "no more is said")
                        .forUser()
                : ApiFailures.lost(server.cluster(), refused);
    }
}
