package io.clearmltenants.tenant;

import java.util.Set;

/**
 * What the phases look for: one tenant, told apart from everybody else.
 *
 * @param tenant the one whose data goes
 * @param neighbours the ids of all other companies: a name that one of them explains better is not
 *     the tenant's
 * @param ids identifiers of the tenant's own objects
 * @param unknownCollections true if the user says that documents of unknown collections are the
 *     tenant's by whatever field names it, and not by {@code company} alone
 */
public record Target(
        Tenant tenant, Set<String> neighbours, KnownIds ids, boolean unknownCollections) {

    /** A target whose documents in unknown collections count by {@code company} alone. */
    public Target(Tenant tenant, Set<String> neighbours, KnownIds ids) {
        this(tenant, neighbours, ids, false);
    }

    /** The tenant's identifier. */
    public TenantId id() {
        return tenant.id();
    }
}
