package io.clearmltenants.mongo;

import io.clearmltenants.tenant.KnownIds;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells one tenant apart from all others on this server. */
@ApplicationScoped
public class Targets {
    private final Companies companies;
    private final Databases databases;

    Targets(Companies companies, Databases databases) {
        this.companies = companies;
        this.databases = databases;
    }

    /**
     * The target with identifiers from elsewhere, such as those that a run exported before it
     * erased.
     */
    public Target withIds(Tenant tenant, KnownIds ids, boolean unknownCollections) {
        return new Target(tenant, companies.idsBeside(tenant.id()), ids, unknownCollections);
    }

    /** The same target with identifiers from elsewhere, beside the companies that are there now. */
    public Target withIds(Target target, KnownIds ids) {
        return withIds(target.tenant(), ids, target.unknownCollections());
    }

    /** Identifiers of the tenant's objects, read from MongoDB each time. */
    public KnownIds liveIds(TenantId id) {
        return new MongoIds(databases, id);
    }
}
