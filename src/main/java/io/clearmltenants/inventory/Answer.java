package io.clearmltenants.inventory;

import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.Store;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a store answered when it was asked who it is. */
public sealed interface Answer {

    /** It answered. */
    @RegisterForReflection
    record Found(ServerState state) implements Answer {}

    /** It cannot be reached, or does not let us in. @param reason one sentence with a way out */
    @RegisterForReflection
    record Failed(Store store, String reason) implements Answer {}
}
