package io.clearmltenants.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** A connection to a port of a pod, forwarded by the API server. */
record PodPort(ChannelSocket socket, Received received) implements FarConnection {
    private static final int DATA = 0;
    private static final int ERRORS = 1;

    /** Each of the two channels begins with the port's number. */
    private static final int PREAMBLE = Short.BYTES;

    static PodPort open(ApiServer server, String pod, int port) {
        Received received = new Received(DATA, ERRORS, PodPort::ending);
        String path = server.path("pods") + "/" + pod + "/portforward?ports=" + port;
        return new PodPort(
                ChannelSocket.open(server, "pods/portforward", path, received), received);
    }

    @Override
    public InputStream reading() {
        return new WithoutPreamble(received.data());
    }

    @Override
    public OutputStream writing() {
        return socket.writing(DATA);
    }

    @Override
    public void close() {
        socket.close();
    }

    private static Optional<IOException> ending(Received received) {
        return received.errors().length() > PREAMBLE
                ? Optional.of(new IOException(received.errors().substring(PREAMBLE)))
                : Optional.empty();
    }

    /** The data after the port's number. */
    private static final class WithoutPreamble extends java.io.FilterInputStream {
        private boolean skipped;

        WithoutPreamble(InputStream data) {
            super(data);
        }

        @Override
        public int read() throws IOException {
            skip();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            skip();
            return super.read(bytes, offset, length);
        }

        private void skip() throws IOException {
            if (!skipped) {
                skipped = true;
                in.readNBytes(PREAMBLE);
            }
        }
    }
}
