package io.clearmltenants.tenant;

import java.util.Set;

/**
 * What the phases look for: one tenant, told apart from everybody else.
 *
 * @param tenant the one whose data goes
 * @param neighbours the ids of all other companies: a name that one of them explains better is not
 *     the tenant's
 * @param ids identifiers of the tenant's own objects
 */
public record Target(Tenant tenant, Set<String> neighbours, KnownIds ids) {

    /** The tenant's identifier. */
    public TenantId id() {
        return tenant.id();
    }
}
