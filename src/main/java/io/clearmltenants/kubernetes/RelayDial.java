package io.clearmltenants.kubernetes;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.SortedSet;

/**
 * A host that only the API server's pod reaches: a small program in Python, which is certain in
 * that image, carries the bytes.
 *
 * @param from the container that reaches it
 */
record RelayDial(ApiServer server, Container from, String host, SortedSet<Integer> ports)
        implements Dial {
    private static final String PROGRAM =
            """
            import os, socket, sys, threading
            far = socket.create_connection((sys.argv[1], int(sys.argv[2])), 15)
            far.settimeout(None)
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

    @Override
    public FarConnection connect(int port) {
        RemoteProgram relay =
                RemoteProgram.exec(
                        server,
                        from,
                        List.of("python3", "-c", PROGRAM, host, String.valueOf(port)));
        return new Relayed(relay);
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
