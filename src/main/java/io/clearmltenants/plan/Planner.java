package io.clearmltenants.plan;

import io.clearmltenants.inventory.Inventory;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Makes the plan of a deletion from what is there now. */
@ApplicationScoped
public class Planner {
    private final Inventory inventory;
    private final PlanFile plans;

    Planner(Inventory inventory, PlanFile plans) {
        this.inventory = inventory;
        this.plans = plans;
    }

    /**
     * @param servers the servers that the plan is for, as they introduced themselves
     */
    public Plan plan(Target target, Scope scope, List<ServerState> servers) {
        List<Finding> findings = inventory.findings(target, scope);
        return plans.sealed(
                new Plan(
                        Plan.SCHEMA,
                        target.tenant(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        servers.stream().map(ServerState::identity).toList(),
                        target.unknownCollections(),
                        inventory.items(target, scope),
                        findings.stream()
                                .filter(Finding.Warning.class::isInstance)
                                .map(Finding.Warning.class::cast)
                                .toList(),
                        findings.stream()
                                .filter(Finding.Kept.class::isInstance)
                                .map(Finding.Kept.class::cast)
                                .toList(),
                        ""));
    }
}
