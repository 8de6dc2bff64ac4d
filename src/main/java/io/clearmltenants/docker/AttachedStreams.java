package io.clearmltenants.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * The streams of a container's process. What it reads has a connection of its own, since closing
 * that is the only way to tell it that nothing more comes.
 */
public final class AttachedStreams implements AutoCloseable {
    private final Streamed<Frame> outputs;

    private AttachedStreams(Streamed<Frame> outputs) {
        this.outputs = outputs;
    }

    /**
     * Attaches to both outputs.
     *
     * @param past whether what was written before is wanted too
     */
    static AttachedStreams to(
            DockerClient client,
            String id,
            boolean past,
            OutputStream output,
            OutputStream errors) {
        Streamed<Frame> outputs =
                new Streamed<>(
                        frame ->
                                write(
                                        frame,
                                        frame.getStreamType() == StreamType.STDERR
                                                ? errors
                                                : output));
        client.attachContainerCmd(id)
                .withStdOut(true)
                .withStdErr(true)
                .withFollowStream(true)
                .withLogs(past)
                .exec(outputs);
        return new AttachedStreams(outputs.begun());
    }

    /** Passes on what the process is to read, until that ends. */
    static void pass(DockerClient client, String id, InputStream input) {
        Streamed<Frame> connection = new Streamed<>(nothing -> {});
        client.attachContainerCmd(id)
                .withStdIn(new Ending(input, connection))
                .withFollowStream(true)
                .exec(connection);
        connection.begun();
    }

    private static void write(Frame frame, OutputStream target) {
        try {
            target.write(frame.getPayload());
            target.flush();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** Waits until the process has closed its outputs. */
    public void awaitEnd() {
        outputs.ended();
    }

    @Override
    public void close() throws IOException {
        outputs.close();
    }

    /** Closes the connection that it goes through at its end. */
    private static final class Ending extends InputStream {
        private final InputStream input;
        private final Streamed<Frame> connection;

        private Ending(InputStream input, Streamed<Frame> connection) {
            this.input = input;
            this.connection = connection;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = input.read(bytes, offset, length);
            if (count < 0) {
                connection.begun().close();
            }
            return count;
        }
    }
}
