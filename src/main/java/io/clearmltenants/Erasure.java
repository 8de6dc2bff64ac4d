package io.clearmltenants;

import io.clearmltenants.guard.Guards;
import io.clearmltenants.guard.Refused;
import io.clearmltenants.guard.Situation;
import io.clearmltenants.inventory.Inventory;
import io.clearmltenants.journal.JournalFailure;
import io.clearmltenants.journal.Operator;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.journal.RunName;
import io.clearmltenants.journal.RunRequest;
import io.clearmltenants.journal.Runs;
import io.clearmltenants.json.DamagedFile;
import io.clearmltenants.json.UnwritableFile;
import io.clearmltenants.mongo.Companies;
import io.clearmltenants.mongo.Targets;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.StopRequest;
import io.clearmltenants.phase.Store;
import io.clearmltenants.plan.Drift;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.plan.PlanDrifted;
import io.clearmltenants.plan.PlanFile;
import io.clearmltenants.plan.Planner;
import io.clearmltenants.report.EventSink;
import io.clearmltenants.report.Report;
import io.clearmltenants.tenant.NoSuchTenant;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The way of a deletion: tenant, inventory, plan, guards, confirmation, phases, sweep,
 * verification, report.
 */
@ApplicationScoped
public class Erasure {
    private final Companies companies;
    private final Targets targets;
    private final Inventory inventory;
    private final Planner planner;
    private final PlanFile plans;
    private final Guards guards;
    private final Execution execution;

    Erasure(
            Companies companies,
            Targets targets,
            Inventory inventory,
            Planner planner,
            PlanFile plans,
            Guards guards,
            Execution execution) {
        this.companies = companies;
        this.targets = targets;
        this.inventory = inventory;
        this.planner = planner;
        this.plans = plans;
        this.guards = guards;
        this.execution = execution;
    }

    /**
     * What a deletion would do.
     *
     * @param refusal why it would be refused all the same
     */
    public record Planned(Plan plan, Optional<Refused> refusal) {}

    /**
     * What a deletion would do; changes nothing.
     *
     * @throws Refused if it would be refused before anything is listed
     */
    public Planned plan(ErasureRequest request, Runs runs) {
        Scope scope = request.scope();
        Target target = target(request, runs);
        guards.check(situation(target, Optional.empty(), scope, request));
        List<ServerState> servers = inventory.servers(scope);
        Plan plan = planner.plan(target, scope, servers);
        return new Planned(
                plan, guards.refusal(situation(target, Optional.of(plan), scope, request)));
    }

    /** Deletes a tenant. */
    public Report erase(
            ErasureRequest request,
            Runs runs,
            Confirmation confirmation,
            StopRequest stop,
            EventSink events) {
        Target target = target(request, runs);
        guards.check(situation(target, Optional.empty(), request.scope(), request));
        List<ServerState> servers = inventory.servers(request.scope());
        Plan now = planner.plan(target, request.scope(), servers);
        Plan plan = withoutDrift(request, now);
        guards.check(situation(target, Optional.of(plan), request.scope(), request));
        confirmation.confirm(plan);
        RunFolder run = begin(runs, plan, request.scope());
        return execution.run(run, plan, target, request.scope(), servers, request, stop, events);
    }

    /** Resumes a run that was interrupted, with the plan that it began. */
    public Report resume(
            RunFolder run,
            ErasureRequest request,
            Runs runs,
            Confirmation confirmation,
            StopRequest stop,
            EventSink events) {
        Plan plan = planOf(run);
        Scope scope = new Scope(run.request().phases());
        Target target = target(plan.tenant(), runs, plan.unknownCollections());
        List<ServerState> servers = inventory.servers(scope);
        guards.check(situation(target, Optional.of(plan), scope, request));
        confirmation.confirm(plan);
        return execution.run(run, plan, target, scope, servers, request, stop, events);
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
    private Target target(ErasureRequest request, Runs runs) {
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

    private static Plan withoutDrift(ErasureRequest request, Plan now) {
        if (request.saved().isEmpty() || request.acceptDrift()) {
            return now;
        }
        Drift drift = Drift.between(request.saved().get(), now);
        if (!left(request.saved().get()).equals(left(now))) {
            drift =
                    new Drift(
                            List.of(
                                    "the plan keeps %s, there is to be kept now %s"
                                            .formatted(
                                                    labels(left(request.saved().get())),
                                                    labels(left(now)))));
        }
        if (!drift.none()) {
            throw new PlanDrifted(drift);
        }
        return request.saved().get();
    }

    /** The stores of which a plan keeps all, or files that no phase erases. */
    private static List<Store> left(Plan plan) {
        return plan.kept().stream()
                .filter(kept -> kept.everything() || kept.store() == Store.FILES)
                .map(Finding.Kept::store)
                .distinct()
                .toList();
    }

    private static String labels(List<Store> stores) {
        return stores.isEmpty()
                ? "nothing"
                : stores.stream().map(Store::label).collect(Collectors.joining(", "));
    }

    private static Situation situation(
            Target target, Optional<Plan> plan, Scope scope, ErasureRequest request) {
        return new Situation(target, request.name(), plan, scope, request.insistences());
    }

    private RunFolder begin(Runs runs, Plan plan, Scope scope) {
        Instant now = Instant.now();
        RunRequest request =
                new RunRequest(
                        RunRequest.SCHEMA,
                        RunName.create(now, plan.tenant().id()).value(),
                        plan.tenant(),
                        Set.copyOf(scope.phases()),
                        Operator.current().toString(),
                        now);
        RunFolder run = runs.create(request);
        try {
            plans.write(plan, run.plan());
        } catch (UnwritableFile full) {
            throw new JournalFailure(
                    full.getMessage()
                            + " Nothing was changed; free space there, or give another folder with --state-dir.",
                    full);
        }
        return run;
    }
}
