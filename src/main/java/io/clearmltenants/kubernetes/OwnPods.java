package io.clearmltenants.kubernetes;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pods that this process has made and not removed yet. Who made one may be closed after the way
 * to the cluster is: what is left then is removed with that.
 */
final class OwnPods implements AutoCloseable {
    private final ApiServer server;
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    OwnPods(ApiServer server) {
        this.server = server;
    }

    void add(String name) {
        names.add(name);
    }

    /** Removes one, once. */
    void remove(String name) {
        if (names.remove(name)) {
            server.delete("pods", name);
        }
    }

    @Override
    public void close() {
        names.forEach(this::remove);
    }
}
