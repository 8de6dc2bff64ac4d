package io.clearmltenants.kubernetes;

import java.util.SortedSet;

/**
 * One pod, by its own name.
 *
 * @param server asked about the pod's namespace
 */
record PodDial(ApiServer server, String pod, SortedSet<Integer> ports) implements Dial {

    @Override
    public FarConnection connect(int port) {
        return PodPort.open(server, pod, port);
    }
}
