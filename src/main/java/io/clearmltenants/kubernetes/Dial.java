package io.clearmltenants.kubernetes;

import java.util.SortedSet;

/** How one host of the cluster is reached from here. */
interface Dial {

    /** The ports that may be asked for. */
    SortedSet<Integer> ports();

    /**
     * Opens a new connection.
     *
     * @param port as the host's clients in the cluster name it
     * @throws io.clearmltenants.connect.ConnectFailure where that is not possible now
     */
    FarConnection connect(int port);
}
