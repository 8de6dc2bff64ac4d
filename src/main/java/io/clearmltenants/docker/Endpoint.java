package io.clearmltenants.docker;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** Where an engine listens. */
public sealed interface Endpoint permits UnixEndpoint, TcpEndpoint {

    /** Its address as DOCKER_HOST would name it: "unix:///var/run/docker.sock". */
    String address();

    /** Who said so: "variable DOCKER_HOST", "context desktop-linux", "built-in default". */
    String origin();

    /** Opens a connection; whoever asked for it closes it. */
    Socket connect(Duration patience) throws IOException;
}
