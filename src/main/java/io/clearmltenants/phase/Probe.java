package io.clearmltenants.phase;

import java.util.stream.Stream;

/** Asks the servers of one store who they are; each implementation is a CDI bean and reads only. */
public interface Probe {

    Store store();

    Stream<ServerState> probe();
}
