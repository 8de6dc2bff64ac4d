package io.clearmltenants.connect;

import com.mongodb.ServerAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Supplier;

/**
 * An address that nobody has named. If nobody answers there, a driver's patience is in vain: the
 * installation is elsewhere, and the user has to say where.
 *
 * @param hosts as a connection string has them, with their ports
 * @param origin who says so, for people
 * @param lookedAt what could have named another address
 */
record BuiltInAddress(String hosts, Origin origin, Supplier<String> lookedAt) {
    private static final int PATIENCE_MILLISECONDS = 1_000;

    /**
     * @throws ConnectFailure if nobody listens there
     */
    void check() {
        ServerAddress address = new ServerAddress(hosts);
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.getHost(), address.getPort()),
                    PATIENCE_MILLISECONDS);
        } catch (IOException nobody) {
            throw new ConnectFailure(
                    "No MongoDB answers at %s (%s), and nothing says where the ClearML server is: %s. Give --mongo, --elastic, --redis and --files, --config-dir, or -n NAMESPACE, or run this on the host of its containers."
                            .formatted(hosts, origin.label(), lookedAt.get()),
                    nobody);
        }
    }
}
