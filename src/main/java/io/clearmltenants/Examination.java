package io.clearmltenants;

import io.clearmltenants.journal.Runs;
import io.clearmltenants.mongo.Companies;
import io.clearmltenants.mongo.Targets;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import io.clearmltenants.verify.Examined;
import io.clearmltenants.verify.Verifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Looks for leftovers of a tenant, whether or not its company document still exists; changes
 * nothing.
 */
@ApplicationScoped
public class Examination {
    private final Companies companies;
    private final Targets targets;
    private final Verifier verifier;

    Examination(Companies companies, Targets targets, Verifier verifier) {
        this.companies = companies;
        this.targets = targets;
        this.verifier = verifier;
    }

    /**
     * What is left; identifiers that this host's runs exported help to find what does not name the
     * tenant.
     */
    public List<Leftover> leftovers(TenantId id, Scope scope, Runs runs) {
        return verifier.look(target(id, runs), scope);
    }

    /** The same, and which stores nobody could look at. */
    public Examined examine(TenantId id, Scope scope, Runs runs) {
        return verifier.examine(target(id, runs), scope);
    }

    private Target target(TenantId id, Runs runs) {
        Tenant tenant = companies.find(id).orElseGet(() -> new Tenant(id, Optional.empty()));
        return targets.withIds(tenant, targets.liveIds(id).and(runs.idsOf(id)), false);
    }
}
