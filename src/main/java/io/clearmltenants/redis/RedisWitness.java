package io.clearmltenants.redis;

import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.Store;
import io.clearmltenants.phase.Witness;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * Looks at every key of every database, without patterns, and asks each whether it speaks of the
 * tenant.
 */
@ApplicationScoped
class RedisWitness implements Witness {
    private static final int BATCH = 1000;

    private final RedisDatabases databases;

    RedisWitness(RedisDatabases databases) {
        this.databases = databases;
    }

    @Override
    public Store store() {
        return Store.REDIS;
    }

    @Override
    public Stream<Leftover> look(Target target) {
        return databases.distinct().stream().flatMap(space -> look(space, target));
    }

    private static Stream<Leftover> look(KeySpace space, Target target) {
        Traces traces = new Traces(target);
        space.eachNode(
                node ->
                        node.names()
                                .gather(Gatherers.windowFixed(BATCH))
                                .forEach(names -> traces.examine(node, names)));
        return traces.leftovers(space.label());
    }
}
