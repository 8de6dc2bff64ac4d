package io.clearmltenants.compose;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.docker.Engine;
import io.clearmltenants.docker.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells whether an engine's networks and files are this host's own. Addresses and paths alone prove
 * nothing: an engine elsewhere (another machine, Docker Desktop's, a rootless one's namespace) has
 * the same ones, and they would lead to somebody else's servers and folders.
 */
final class ThisHost {
    private static final Path INTERFACES = Path.of("/sys/class/net");
    private static final Path KERNEL = Path.of("/proc/sys/kernel");

    private ThisHost() {}

    /** True where the network's bridge is an interface of this host. */
    static boolean has(Network network) {
        return network.bridge()
                .filter(name -> Files.exists(INTERFACES.resolve(name)))
                .filter(
                        name ->
                                // The name that the engine makes holds the network's random id;
                                // one that somebody chose may be that of another network.
                                name.equals("br-" + network.id().substring(0, 12))
                                        || holdsAddress(name, network))
                .isPresent();
    }

    private static boolean holdsAddress(String name, Network network) {
        try {
            NetworkInterface bridge = NetworkInterface.getByName(name);
            return bridge != null
                    && bridge.inetAddresses()
                            .anyMatch(
                                    address ->
                                            network.gateways().contains(address.getHostAddress()));
        } catch (SocketException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** True where the engine's own network, without any bridge, is this host's. */
    static boolean runs(Engine engine) {
        JsonNode information = engine.information();
        return engine.address().startsWith("unix:")
                && information.path("Name").asText().equals(name())
                && information.path("KernelVersion").asText().equals(kernel("osrelease"))
                && !information.path("SecurityOptions").toString().contains("rootless");
    }

    /** Its name. */
    static String name() {
        return kernel("hostname");
    }

    private static String kernel(String name) {
        try {
            return Files.readString(KERNEL.resolve(name)).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
