package io.clearmltenants.guard;

import io.clearmltenants.elastic.IndexOwnership;
import io.clearmltenants.elastic.PlannedIndex;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every index of the plan that is about to run must be the tenant's by its name or its aliases, and
 * no other company's; a plan from a file is asked like a new one.
 */
@ApplicationScoped
class ForeignIndexGuard implements Guard {

    @Override
    public Optional<String> refuse(Situation situation) {
        IndexOwnership ownership = new IndexOwnership(situation.target());
        return situation.plan().stream()
                .flatMap(plan -> plan.items().stream())
                .filter(item -> item.phase().store() == Store.ELASTIC)
                .flatMap(item -> objection(ownership, item))
                .findFirst();
    }

    private static Stream<String> objection(IndexOwnership ownership, Item item) {
        try {
            PlannedIndex index = PlannedIndex.of(item);
            if (!index.name().equals(item.locator())) {
                return Stream.of(
                        "The plan shows index %s, but would delete %s; make a new plan."
                                .formatted(item.locator(), index.name()));
            }
            return ownership.objection(index.name(), index.aliases()).stream();
        } catch (IllegalArgumentException unclear) {
            return Stream.of(
                    "The plan's item %s does not say which index it is; make a new plan."
                            .formatted(item.locator()));
        }
    }
}
