package io.clearmltenants.docker;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

/** A socket in the file system of this host. */
record UnixEndpoint(Path socket, String origin) implements Endpoint {

    @Override
    public String address() {
        return "unix://" + socket;
    }

    /** The kernel answers at once, whether somebody listens or not. */
    @Override
    public Socket connect(Duration patience) throws IOException {
        return new UnixSocket(socket);
    }
}
