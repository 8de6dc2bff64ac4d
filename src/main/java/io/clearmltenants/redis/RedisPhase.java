package io.clearmltenants.redis;

import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.OwnershipLost;
import io.clearmltenants.phase.Phase;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.WriteGate;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** The tenant's keys in Redis, an item for each kind of them. */
@ApplicationScoped
class RedisPhase implements Phase {
    private static final int CHUNK = 1000;

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
        return Arrays.stream(KeyFamily.values())
                .map(family -> item(family, target))
                .filter(item -> item.amount().count() > 0);
    }

    /**
     * Goes once through the database, a passage of the gate for each thousand keys. What joins
     * meanwhile is left to the sweep.
     */
    @Override
    public boolean erase(Target target, Item item, WriteGate gate) {
        KeyFamily family = family(item);
        KeySpace space = databases.space(family.alias());
        try (Stream<String> names = family.own(space, target)) {
            boolean done =
                    names.gather(Gatherers.windowFixed(CHUNK))
                            .allMatch(chunk -> erase(space, chunk, item, gate));
            return !done;
        }
    }

    /**
     * The kind of keys says where they are; a plan from a file that says another place is wrong.
     */
    private static KeyFamily family(Item item) {
        return Arrays.stream(KeyFamily.values())
                .filter(family -> family.name().equals(item.at("family")))
                .filter(family -> family.alias().equals(item.at("alias")))
                .findFirst()
                .orElseThrow(
                        () ->
                                new OwnershipLost(
                                        "%s in %s are no keys that the server writes for a tenant. They were left."
                                                .formatted(item.at("family"), item.at("alias"))));
    }

    private static boolean erase(KeySpace space, List<String> names, Item item, WriteGate gate) {
        if (gate.stopping()) {
            return false;
        }
        String chunk = names.size() + " keys, " + names.getFirst() + " .. " + names.getLast();
        gate.write(item, chunk, () -> space.unlink(names));
        return true;
    }

    private Item item(KeyFamily family, Target target) {
        KeySpace space = databases.space(family.alias());
        try (Stream<String> names = family.own(space, target)) {
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
