package io.clearmltenants.connect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host's name as the API server would. */
@FunctionalInterface
public interface HostNames {

    /**
     * @throws UnknownHostException if there is no such host
     */
    List<InetAddress> addresses(String host) throws UnknownHostException;

    /** As this machine finds them. */
    static HostNames ofThisMachine() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
