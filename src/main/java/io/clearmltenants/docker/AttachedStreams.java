package io.clearmltenants.docker;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;

/** The three streams of a container's process. */
public final class AttachedStreams implements AutoCloseable {
    private static final int ERRORS = 2;
    private static final int BUFFER = 16 * 1024;

    private final Exchange exchange;

    AttachedStreams(Exchange exchange) {
        this.exchange = exchange;
    }

    /** What its process reads. */
    public OutputStream input() throws IOException {
        return exchange.output();
    }

    /** Lets its process find the end of what it reads. */
    public void endInput() throws IOException {
        exchange.endOutput();
    }

    /**
     * Copies what its process writes until both streams end. The engine sends them as one: eight
     * bytes with the stream's number and a length, then so many bytes.
     */
    public void copyTo(OutputStream output, OutputStream errors) throws IOException {
        DataInputStream both = new DataInputStream(exchange.body());
        byte[] buffer = new byte[BUFFER];
        for (int stream = both.read(); stream >= 0; stream = both.read()) {
            both.readFully(buffer, 0, 3);
            OutputStream target = stream == ERRORS ? errors : output;
            long left = Integer.toUnsignedLong(both.readInt());
            while (left > 0) {
                int count = both.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (count < 0) {
                    throw new EOFException("The engine broke off in the middle of a line");
                }
                target.write(buffer, 0, count);
                left -= count;
            }
            target.flush();
        }
    }

    @Override
    public void close() throws IOException {
        exchange.close();
    }
}
