package io.clearmltenants.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * A Unix-domain channel of Java in the form in which HTTP clients take connections. Java offers no
 * such thing itself, and what others offer loads native libraries.
 */
final class UnixSocket extends Socket {
    private final SocketChannel channel;
    private final Selector readable = Selector.open();
    private final Selector writable = Selector.open();
    private volatile int readMilliseconds;

    UnixSocket(Path path) throws IOException {
        try {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
        } catch (IOException | RuntimeException failure) {
            closeSelectors();
            throw failure;
        }
        channel.configureBlocking(false);
        channel.register(readable, SelectionKey.OP_READ);
        channel.register(writable, SelectionKey.OP_WRITE);
    }

    @Override
    public InputStream getInputStream() {
        return new Input();
    }

    @Override
    public OutputStream getOutputStream() {
        return new Output();
    }

    @Override
    public void setSoTimeout(int milliseconds) {
        readMilliseconds = milliseconds;
    }

    @Override
    public int getSoTimeout() {
        return readMilliseconds;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public void shutdownInput() throws IOException {
        channel.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        closeSelectors();
    }

    private void closeSelectors() throws IOException {
        readable.close();
        writable.close();
    }

    /** Waits until the channel is ready; zero milliseconds mean for ever. */
    private static void await(Selector selector, int milliseconds) throws IOException {
        try {
            int ready = selector.select(milliseconds);
            selector.selectedKeys().clear();
            if (ready == 0) {
                throw new SocketTimeoutException("no answer for " + milliseconds + " ms");
            }
        } catch (ClosedSelectorException closed) {
            throw new SocketException("closed while it was waited for", closed);
        }
    }

    private final class Input extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            int count = channel.read(buffer);
            while (count == 0) {
                await(readable, readMilliseconds);
                count = channel.read(buffer);
            }
            return count;
        }
    }

    private final class Output extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            while (buffer.hasRemaining()) {
                if (channel.write(buffer) == 0) {
                    await(writable, 0);
                }
            }
        }
    }
}
