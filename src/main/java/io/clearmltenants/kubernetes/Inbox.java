package io.clearmltenants.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Messages as a stream of bytes. The sender is asked for the next message when one has been taken,
 * so that memory does not grow with what is sent.
 */
final class Inbox extends InputStream {
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private Part current = new Part(new byte[0], () -> {}, Optional.empty(), false);
    private int position;
    private Silence silence = new Silence(Duration.ofDays(1), () -> {});

    /** What to do when nothing has come for some time; it throws where the sender is lost. */
    record Silence(Duration after, Check check) {
        interface Check {
            void run() throws IOException;
        }
    }

    /** Sets what is done when nothing comes. */
    void onSilence(Silence doing) {
        this.silence = doing;
    }

    void put(byte[] bytes, Runnable taken) {
        parts.add(new Part(bytes, taken, Optional.empty(), false));
    }

    /** Nothing more comes. @param failure what the reader is told after all that has come */
    void end(Optional<IOException> failure) {
        parts.add(new Part(new byte[0], () -> {}, failure, true));
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == current.bytes.length) {
            if (current.last) {
                if (current.failure.isPresent()) {
                    throw new IOException(
                            current.failure.get().getMessage(), current.failure.get());
                }
                return -1;
            }
            current = next();
            position = 0;
            current.taken.run();
        }
        int part = Math.min(length, current.bytes.length - position);
        System.arraycopy(current.bytes, position, bytes, offset, part);
        position += part;
        return part;
    }

    @Override
    public int available() {
        return current.bytes.length - position;
    }

    private Part next() throws IOException {
        try {
            while (true) {
                Part part = parts.poll(silence.after.toMillis(), TimeUnit.MILLISECONDS);
                if (part != null) {
                    return part;
                }
                silence.check.run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while waiting for data", stopped);
        }
    }

    private record Part(
            byte[] bytes, Runnable taken, Optional<IOException> failure, boolean last) {}
}
