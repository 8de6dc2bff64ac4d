package io.clearmltenants.kubernetes;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.FarProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program in a container, by its streams. */
final class RemoteProgram implements FarProgram {
    private static final int INPUT = 0;
    private static final int OUTPUT = 1;
    private static final int ERRORS = 2;
    private static final String STREAMS = "&stdin=true&stdout=true&stderr=true&tty=false";
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Pattern MESSAGE =
            Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final ChannelSocket socket;
    private final Received received;

    private RemoteProgram(ApiServer server, String pod, ChannelSocket socket, Received received) {
        this.socket = socket;
        this.received = received;
        received.data().onSilence(new Inbox.Silence(SILENCE, () -> check(server, pod)));
    }

    /**
     * Starts a program in a container that runs.
     *
     * @throws ConnectFailure where the server does not answer, or does not let us
     */
    static RemoteProgram exec(ApiServer server, Container container, List<String> command) {
        String query = "&" + Query.command(command);
        return open(server, "exec", container.pod().name(), container.name(), query);
    }

    /**
     * The streams of a container's own program, which waits for its input.
     *
     * @throws ConnectFailure where the server does not answer, or does not let us
     */
    static RemoteProgram attach(ApiServer server, String pod, String container) {
        return open(server, "attach", pod, container, "");
    }

    @Override
    public OutputStream input() {
        return socket.writing(INPUT);
    }

    @Override
    public InputStream output() {
        return received.data();
    }

    @Override
    public String errors() {
        return received.errors();
    }

    @Override
    public void close() {
        socket.close();
    }

    private static RemoteProgram open(
            ApiServer server, String how, String pod, String container, String query) {
        Received received = new Received(OUTPUT, ERRORS, RemoteProgram::ending);
        String path =
                "%s/%s/%s?container=%s%s%s"
                        .formatted(server.path("pods"), pod, how, container, STREAMS, query);
        ChannelSocket socket = ChannelSocket.open(server, "pods/" + how, path, received);
        return new RemoteProgram(server, pod, socket, received);
    }

    /** Without the server's last word the connection was lost, and the program may still run. */
    private static Optional<IOException> ending(Received received) {
        String status = received.status();
        if (status.contains("\"status\":\"Success\"")) {
            return Optional.empty();
        }
        if (status.isEmpty()) {
            return Optional.of(
                    new IOException("The connection through the Kubernetes API server was lost"));
        }
        Matcher message = MESSAGE.matcher(status);
        String reason = message.find() ? message.group(1).replace("\\\"", "\"") : status;
        return Optional.of(new IOException((reason + " " + received.errors()).strip()));
    }

    /** A connection can be dead without a sign: what it leads to is asked for by another one. */
    private static void check(ApiServer server, String pod) throws IOException {
        boolean runs =
                server.get("pods", pod)
                        .map(Pod::new)
                        .filter(found -> found.phase().equals("Running"))
                        .isPresent();
        if (!runs) {
            throw new IOException("Pod " + pod + " has ended");
        }
    }
}
