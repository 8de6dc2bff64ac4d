package io.clearmltenants.files;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.WriteGate;
import io.clearmltenants.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * The fileserver's root folder, on this machine or on another. Every method throws a {@link
 * ConnectFailure} where the folder cannot be used.
 */
sealed interface RootFolder permits NearRoot, FarRoot {

    /** Where it is, for people. */
    String label();

    /** Space and rights. */
    ServerState state();

    /**
     * Why nothing of this tenant must be erased here, in one sentence; empty where nothing speaks
     * against it.
     */
    Optional<String> refusal(TenantId id);

    /** The tenant's own folders, counted. */
    List<Item> find(TenantId id);

    /** What is left of the tenant, found by another route. */
    List<Leftover> look(TenantId id);

    /** The folders of tasks, where none has the tenant's name; they are compared in pieces. */
    Optional<TaskCount> byTask(TenantId id, TaskCount.Owner owner);

    /**
     * Erases one bounded chunk of an item through the gate.
     *
     * @return true where more of the item is left
     */
    boolean erase(TenantId id, Item item, WriteGate gate);
}
