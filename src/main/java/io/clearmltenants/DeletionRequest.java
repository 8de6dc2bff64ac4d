package io.clearmltenants;

import io.clearmltenants.guard.Insistence;
import io.clearmltenants.guard.Situation;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a user asks to be erased.
 *
 * @param id the tenant
 * @param name the name that the user gave for it
 * @param scope which phases
 * @param orphans continue although the company document is gone already
 * @param unknownCollections erase documents of unknown collections whatever field names the tenant;
 *     a saved plan says so itself
 * @param saved a plan made earlier, to be executed as it is
 * @param acceptDrift continue if the saved plan no longer matches: what appeared since is erased
 *     too
 * @param insistences guards that the user overrides
 * @param patience how long to wait before the last look, so that the server's refresher has had its
 *     turn; zero for no wait
 * @param retry how long a lost server is tried again before the run ends, resumable
 * @param resumed the run that is resumed; empty for a new one
 */
public record DeletionRequest(
        TenantId id,
        Optional<String> name,
        Scope scope,
        boolean orphans,
        boolean unknownCollections,
        Optional<Plan> saved,
        boolean acceptDrift,
        Set<Insistence> insistences,
        Duration patience,
        Duration retry,
        Optional<RunFolder> resumed) {

    /** The same, but as the run that is resumed began: its tenant, plan and scope. */
    public DeletionRequest resuming(RunFolder run) {
        return new DeletionRequest(
                id,
                name,
                new Scope(run.request().phases()),
                orphans,
                unknownCollections,
                saved,
                acceptDrift,
                insistences,
                patience,
                retry,
                Optional.of(run));
    }

    /**
     * What the guards judge it by.
     *
     * @param plan what would be done; empty before anything is listed
     */
    public Situation situation(Target target, Optional<Plan> plan) {
        return new Situation(target, name, plan, scope, insistences);
    }
}
