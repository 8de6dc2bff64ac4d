package io.clearmltenants.redis;

import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.OwnershipLost;
import io.clearmltenants.phase.Phase;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.WriteGate;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** The tenant's keys in Redis, an item for each kind of them. */
@ApplicationScoped
class RedisPhase implements Phase {
    /** So many that the walks through the database, one a chunk, hardly count. */
    private static final int CHUNK = 20_000;

    /** So few that no command makes the server's other clients wait. */
    private static final int COMMAND = 1_000;

    private final RedisDatabases databases;

    RedisPhase(RedisDatabases databases) {
        this.databases = databases;
    }

    @Override
    public PhaseName name() {
        return PhaseName.REDIS;
    }

    @Override
    public Stream<Item> find(Target target) {
        return KeyFamily.all()
                .map(family -> item(family, target))
                .filter(item -> item.amount().count() > 0);
    }

    /**
     * Walks through the database until a chunk of keys has been found and erased, a passage of the
     * gate for each command. What joins behind the walk is left to the sweep.
     */
    @Override
    public boolean erase(Target target, Item item, WriteGate gate) {
        KeyFamily family = family(item);
        KeySpace space = databases.space(family.alias());
        try (Stream<String> names = OwnKeys.of(family).in(space, target)) {
            return names.limit(CHUNK)
                            .gather(Gatherers.windowFixed(COMMAND))
                            .mapToInt(command -> erase(space, command, item, gate))
                            .sum()
                    == CHUNK;
        }
    }

    /**
     * The kind of keys says where they are; a plan from a file that says another place is wrong.
     */
    private static KeyFamily family(Item item) {
        return KeyFamily.all()
                .filter(family -> family.name().equals(item.at("family")))
                .filter(family -> family.alias().equals(item.at("alias")))
                .findFirst()
                .orElseThrow(
                        () ->
                                new OwnershipLost(
                                        "%s in %s are no keys that the server writes for a tenant. They were left."
                                                .formatted(item.at("family"), item.at("alias"))));
    }

    /** How many keys the command names: some may be gone already. */
    private static int erase(KeySpace space, List<String> names, Item item, WriteGate gate) {
        String chunk = names.size() + " keys, " + names.getFirst() + " .. " + names.getLast();
        gate.write(item, chunk, () -> space.unlink(names));
        return names.size();
    }

    private Item item(KeyFamily family, Target target) {
        KeySpace space = databases.space(family.alias());
        try (Stream<String> names = OwnKeys.of(family).in(space, target)) {
            return new Item(
                    PhaseName.REDIS,
                    "keys",
                    space.label() + ": " + family.words(),
                    Map.of("alias", family.alias(), "family", family.name()),
                    Amount.of(names.count(), "keys"),
                    family.reason(),
                    Optional.empty());
        }
    }
}
