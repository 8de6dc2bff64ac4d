package io.clearmltenants.kubernetes;

import io.clearmltenants.connect.ConnectFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** The forwards of one command, one for each host, opened when first asked for. */
final class Forwards implements AutoCloseable {
    private static final int TRIES = 20;
    private static final int BYTE = 256;

    private final SplittableRandom random = new SplittableRandom();
    private final Map<String, Forward> open = new HashMap<>();

    /**
     * The address here that stands for a host.
     *
     * @throws ConnectFailure where this machine lets us listen on none
     */
    synchronized InetAddress to(String host, Dial dial) {
        return open.computeIfAbsent(host, name -> listen(name, dial)).address();
    }

    @Override
    public synchronized void close() {
        open.values().forEach(Forward::close);
        open.clear();
    }

    /** Of the 16 million loopback addresses any that nobody uses; other runs do the same. */
    private Forward listen(String host, Dial dial) {
        IOException last = null;
        for (int tried = 0; tried < TRIES; tried++) {
            try {
                return Forward.open(address(host), dial);
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw new ConnectFailure(
                "This machine lets us listen on no loopback address for %s, ports %s (%s)."
                        .formatted(host, dial.ports(), last.getMessage()),
                last);
    }

    private InetAddress address(String host) throws UnknownHostException {
        byte[] bytes = {
            127,
            (byte) random.nextInt(64, 128),
            (byte) random.nextInt(BYTE),
            (byte) random.nextInt(1, BYTE - 1)
        };
        return InetAddress.getByAddress(host, bytes);
    }
}
