package io.clearmltenants;

import io.clearmltenants.guard.Guards;
import io.clearmltenants.guard.Refused;
import io.clearmltenants.guard.Situation;
import io.clearmltenants.inventory.Inventory;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.journal.Runs;
import io.clearmltenants.json.DamagedFile;
import io.clearmltenants.mongo.Companies;
import io.clearmltenants.mongo.Targets;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.plan.Drift;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.plan.PlanDrifted;
import io.clearmltenants.plan.PlanFile;
import io.clearmltenants.plan.Planner;
import io.clearmltenants.tenant.NoSuchTenant;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What comes before a run: the tenant, the servers, the plan. */
@ApplicationScoped
public class Preparation {
    private final Companies companies;
    private final Targets targets;
    private final Inventory inventory;
    private final Planner planner;
    private final PlanFile plans;
    private final Guards guards;

    Preparation(
            Companies companies,
            Targets targets,
            Inventory inventory,
            Planner planner,
            PlanFile plans,
            Guards guards) {
        this.companies = companies;
        this.targets = targets;
        this.inventory = inventory;
        this.planner = planner;
        this.plans = plans;
        this.guards = guards;
    }

    /**
     * What is about to be done.
     *
     * @param servers the servers that it is done to, as they introduced themselves
     */
    public record Prepared(Target target, Plan plan, List<ServerState> servers) {

        /** What the guards judge it by. */
        public Situation situation(DeletionRequest request) {
            return request.situation(target, Optional.of(plan));
        }
    }

    /**
     * Finds the tenant, and makes the plan that a new run executes, or reads the one that a resumed
     * run has begun; changes nothing.
     *
     * @throws Refused if it would be refused before anything is listed
     * @throws PlanDrifted if a saved plan no longer holds
     */
    public Prepared prepare(DeletionRequest request, Runs runs) {
        return request.resumed()
                .map(run -> resumed(run, runs))
                .orElseGet(() -> planned(request, runs));
    }

    private Prepared planned(DeletionRequest request, Runs runs) {
        Target target = target(request, runs);
        guards.check(request.situation(target, Optional.empty()));
        List<ServerState> servers = inventory.servers(request.scope());
        Plan now = planner.plan(target, request.scope(), servers);
        return new Prepared(target, withoutDrift(request, now), servers);
    }

    private Prepared resumed(RunFolder run, Runs runs) {
        Plan plan = planOf(run);
        return new Prepared(
                target(plan.tenant(), runs, plan.unknownCollections()),
                plan,
                inventory.servers(new Scope(run.request().phases())));
    }

    /**
     * The plan that the run began. Another one would make its sums wrong, even though it can reach
     * nothing but the tenant: what it adds would count as gone.
     */
    private Plan planOf(RunFolder run) {
        Plan plan = plans.read(run.plan());
        if (!plan.tenant().equals(run.request().tenant())) {
            throw new DamagedFile(
                    "%s is about %s, but its run about %s."
                            .formatted(
                                    run.plan(),
                                    plan.tenant().label(),
                                    run.request().tenant().label()));
        }
        if (!run.beganWith(plan.digest())) {
            throw new DamagedFile(
                    "%s was changed after its run began with it. Put the original back, or begin a new run with: clearml-tenants delete %s"
                            .formatted(run.plan(), plan.tenant().id()));
        }
        return plan;
    }

    /** A saved plan says itself what becomes of unknown collections. */
    private Target target(DeletionRequest request, Runs runs) {
        return target(
                tenant(request.id(), request.orphans()),
                runs,
                request.saved().map(Plan::unknownCollections).orElse(request.unknownCollections()));
    }

    /**
     * Identifiers come from MongoDB, and from earlier runs, since MongoDB may have forgotten them.
     */
    private Target target(Tenant tenant, Runs runs, boolean unknownCollections) {
        return targets.withIds(
                tenant,
                targets.liveIds(tenant.id()).and(runs.idsOf(tenant.id())),
                unknownCollections);
    }

    /** The company with this id; without a name if its document is gone and the user says so. */
    private Tenant tenant(TenantId id, boolean orphans) {
        Optional<Tenant> found = companies.find(id);
        if (found.isEmpty() && !orphans) {
            throw new NoSuchTenant(id);
        }
        return found.orElseGet(() -> new Tenant(id, Optional.empty()));
    }

    private static Plan withoutDrift(DeletionRequest request, Plan now) {
        if (request.saved().isEmpty() || request.acceptDrift()) {
            return now;
        }
        Drift drift = Drift.between(request.saved().get(), now);
        if (!drift.none()) {
            throw new PlanDrifted(drift);
        }
        return request.saved().get();
    }
}
