package io.clearmltenants.guard;

import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.Store;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.tenant.Target;
import java.util.Optional;
import java.util.Set;

/**
 * All that the guards judge by.
 *
 * @param target the tenant, told apart from the others
 * @param claimedName the name that the user gave; empty if the user gave none and will be asked to
 *     type it
 * @param plan what would be done; empty in the first look, before anything is listed
 * @param scope which phases
 * @param insistences what the user insists on
 */
public record Situation(
        Target target,
        Optional<String> claimedName,
        Optional<Plan> plan,
        Scope scope,
        Set<Insistence> insistences) {

    /** A refusal with how to leave files out, if the user can. */
    public String orWithoutFiles(String refusal) {
        return scope.reachesAllBut(scope.leftOut())
                ? refusal
                        + " Or leave files out with "
                        + Store.FILES.withoutFlag()
                        + ": they are kept then, and the report says so."
                : refusal;
    }

    /** True if all that is in a store is kept, because the user left it out. */
    public boolean keeps(Store store) {
        return scope.leftOut().contains(store)
                || plan.stream()
                        .flatMap(made -> made.kept().stream())
                        .anyMatch(kept -> kept.everything() && kept.store() == store);
    }
}
