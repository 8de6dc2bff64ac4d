package io.clearmltenants.elastic;

import io.clearmltenants.json.Digests;
import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.OwnershipLost;
import io.clearmltenants.phase.Phase;
import io.clearmltenants.phase.WriteGate;
import io.clearmltenants.tenant.Target;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A phase over whole indices: an item is one index, by its exact name. */
abstract class IndexPhase implements Phase {
    private final IndexCatalog indices;

    IndexPhase(IndexCatalog indices) {
        this.indices = indices;
    }

    /** True if the name is the tenant's and of this phase. */
    abstract boolean covers(IndexNames names, String index);

    /** What the indices hold, for people. */
    abstract String why();

    @Override
    public Stream<Item> find(Target target) {
        IndexNames names = new IndexNames(target.id());
        return indices.list().stream()
                .filter(index -> isOwn(names, index))
                .sorted(Comparator.comparing(IndexState::name))
                .map(this::item);
    }

    /**
     * Deletes the index if it is still the tenant's. That is proven by what the cluster says right
     * before the deletion, never by what the plan says.
     */
    @Override
    public boolean erase(Target target, Item item, WriteGate gate) {
        PlannedIndex planned = PlannedIndex.of(item);
        gate.write(
                item,
                "index " + planned.name() + ", uuid " + planned.uuid(),
                () ->
                        indices.find(planned.cluster(), planned.name())
                                .map(now -> indices.delete(proven(target, planned, now)))
                                .orElse(0L));
        return false;
    }

    /**
     * An index counts by its own name, or by an alias that is the tenant's if no alias is anybody
     * else's.
     */
    private boolean isOwn(IndexNames names, IndexState index) {
        return covers(names, index.name())
                || index.aliases().stream().allMatch(names::own)
                        && index.aliases().stream().anyMatch(alias -> covers(names, alias));
    }

    /**
     * An index of the tenant's own name that was made anew meanwhile is the tenant's too; one that
     * only an alias ties to it has to be the very one of the plan.
     */
    private static IndexState proven(Target target, PlannedIndex planned, IndexState now) {
        IndexOwnership ownership = new IndexOwnership(target);
        ownership
                .objection(now.name(), now.aliases())
                .ifPresent(
                        sentence -> {
                            throw new OwnershipLost(sentence + " It was left.");
                        });
        if (!ownership.isByName(now.name()) && !now.uuid().equals(planned.uuid())) {
            throw new OwnershipLost(
                    "Index %s was re-created since the plan was made (uuid %s, planned %s), and its name is not the tenant's. It was left."
                            .formatted(now.name(), now.uuid(), planned.uuid()));
        }
        return now;
    }

    private Item item(IndexState index) {
        return new Item(
                name(),
                "index",
                index.name(),
                PlannedIndex.of(index).address(),
                new Amount(1, "indices", index.bytes()),
                why(),
                Optional.of(Digests.sha256Hex(index.name() + "=" + index.uuid())));
    }
}
