package io.clearmltenants.phase;

import java.util.Optional;
import java.util.stream.Stream;

/** Asks the servers of one store who they are; each implementation is a CDI bean and reads only. */
public interface Probe {

    Store store();

    Stream<ServerState> probe();

    /**
     * Why there may be a server that nobody here can ask, in one sentence with a way out; empty if
     * there is none.
     */
    default Optional<String> outOfReach() {
        return Optional.empty();
    }
}
