package io.clearmltenants.kubernetes;

import io.clearmltenants.connect.ConnectFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * A host that only the API server's pod reaches: a small program in Python, which is certain in
 * that image, carries the bytes.
 *
 * @param from the container that reaches it
 */
record RelayDial(ApiServer server, Container from, String host, SortedSet<Integer> ports)
        implements Dial {
    private static final int CONNECTED = '!';
    private static final String QUESTION =
            "import socket, sys; socket.getaddrinfo(sys.argv[1], None)";
    private static final String PROGRAM =
            """
            import os, socket, sys, threading
            far = socket.create_connection((sys.argv[1], int(sys.argv[2])), 15)
            far.settimeout(None)
            os.write(1, b"!")
            def send():
                data = os.read(0, 32768)
                while data:
                    far.sendall(data)
                    data = os.read(0, 32768)
                os._exit(0)
            threading.Thread(target=send, daemon=True).start()
            data = far.recv(32768)
            while data:
                while data:
                    data = data[os.write(1, data):]
                data = far.recv(32768)
            os._exit(0)
            """;

    /** Without Python the engine's complaint would be taken for the host's words. */
    @Override
    public FarConnection connect(int port) {
        RemoteProgram relay = python(PROGRAM, host, String.valueOf(port));
        try {
            if (relay.output().read() == CONNECTED) {
                return new Relayed(relay);
            }
        } catch (IOException failed) {
            relay.close();
            throw new ConnectFailure(sentence(), failed);
        }
        relay.close();
        throw new ConnectFailure(sentence());
    }

    /** The pod finds the host's name, and has what it takes to relay. */
    boolean knowsHost() {
        try (RemoteProgram question = python(QUESTION, host)) {
            question.output().readAllBytes();
            return true;
        } catch (IOException no) {
            return false;
        }
    }

    private RemoteProgram python(String... words) {
        return RemoteProgram.exec(
                server, from, Stream.concat(Stream.of("python3", "-c"), Stream.of(words)).toList());
    }

    private String sentence() {
        return "Neither this machine nor %s reaches %s; see that it runs and that no network policy is in the way."
                .formatted(from.label(), host);
    }

    private record Relayed(RemoteProgram relay) implements FarConnection {
        @Override
        public InputStream reading() {
            return relay.output();
        }

        @Override
        public OutputStream writing() {
            return relay.input();
        }

        @Override
        public void close() {
            relay.close();
        }
    }
}
