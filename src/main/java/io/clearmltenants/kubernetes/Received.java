package io.clearmltenants.kubernetes;

import io.fabric8.kubernetes.client.http.WebSocket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;

/**
 * What comes in over the channels of a web socket: one with data, which is read as a stream, and
 * others with short texts.
 */
final class Received implements WebSocket.Listener {
    private final int dataChannel;
    private final int errorChannel;
    private final Function<Received, Optional<IOException>> ending;
    private final Inbox data = new Inbox();
    private final StringBuffer errors = new StringBuffer();
    private final StringBuffer status = new StringBuffer();

    /**
     * @param dataChannel what is read as a stream
     * @param errorChannel what is remembered as text; any other channel is the status
     * @param ending says after a regular end whether it was a failure
     */
    Received(int dataChannel, int errorChannel, Function<Received, Optional<IOException>> ending) {
        this.dataChannel = dataChannel;
        this.errorChannel = errorChannel;
        this.ending = ending;
    }

    Inbox data() {
        return data;
    }

    String errors() {
        return errors.toString();
    }

    /** The API server's last word about the program; empty where it said none. */
    String status() {
        return status.toString();
    }

    @Override
    public void onMessage(WebSocket socket, ByteBuffer message) {
        if (!message.hasRemaining()) {
            socket.request();
            return;
        }
        int channel = message.get();
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        if (channel == dataChannel && bytes.length > 0) {
            data.put(bytes, socket::request);
            return;
        }
        if (channel != dataChannel) {
            (channel == errorChannel ? errors : status).append(new String(bytes));
        }
        socket.request();
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason) {
        data.end(ending.apply(this));
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        data.end(
                Optional.of(
                        new IOException(
                                "The connection through the Kubernetes API server was lost",
                                error)));
    }
}
