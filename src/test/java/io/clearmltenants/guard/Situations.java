package io.clearmltenants.guard;

import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Situations of the tenant {@code abc}, named {@code acme}, which the guards judge. */
final class Situations {
    private static final Tenant ACME = new Tenant(new TenantId("abc"), Optional.of("acme"));

    private Situations() {}

    /** The user claims that this is the tenant's name. */
    static Situation named(String name) {
        return situation(Set.of(), Optional.of(name), plan(List.of(), List.of()), Scope.all());
    }

    /** A plan of these items, beside other companies. */
    static Situation among(Set<String> neighbours, Item... items) {
        Plan plan = plan(List.of(items), List.of());
        return situation(neighbours, Optional.empty(), plan, Scope.all());
    }

    /** A plan that keeps these things. */
    static Situation keeping(Scope scope, Finding.Kept... kept) {
        return situation(Set.of(), Optional.empty(), plan(List.of(), List.of(kept)), scope);
    }

    private static Situation situation(
            Set<String> neighbours, Optional<String> name, Plan plan, Scope scope) {
        Target target = new Target(ACME, neighbours, kind -> Stream.empty());
        return new Situation(target, name, Optional.of(plan), scope, Set.of());
    }

    private static Plan plan(List<Item> items, List<Finding.Kept> kept) {
        return new Plan(
                Plan.SCHEMA, ACME, Instant.EPOCH, List.of(), false, items, List.of(), kept, "");
    }
}
