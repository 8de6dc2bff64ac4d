package io.clearmltenants.files;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.WriteGate;
import io.clearmltenants.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fileserver's root folder, on this machine or on another. Every method throws a {@link
 * ConnectFailure} if the folder cannot be used.
 */
sealed interface RootFolder permits NearRoot, FarRoot {

    /** Where it is, for people. */
    String label();

    /** Space and rights. */
    ServerState state();

    /**
     * Why nothing of this tenant must be erased here, in one sentence; empty if nothing speaks
     * against it.
     */
    Optional<String> refusal(TenantId id);

    /** The tenant's own folders, counted. */
    List<Item> find(TenantId id);

    /** The tenant's leftovers, found in another way. */
    List<Leftover> look(TenantId id);

    /** How it is laid out; folders of tasks are compared in pieces. */
    RootLayout layout(TenantId id, Set<String> neighbours, RootLayout.Owner owner);

    /**
     * How many of these URLs would mean a file outside of all tenants' folders that is here, if
     * their hosts were the fileserver.
     */
    long present(TenantId id, List<String> urls);

    /**
     * Erases one bounded chunk of an item through the gate.
     *
     * @return true if more of the item is left
     */
    boolean erase(TenantId id, Item item, WriteGate gate);
}
