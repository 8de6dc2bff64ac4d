package io.clearmltenants.redis;

import io.clearmltenants.tenant.Target;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of one family that are the tenant's: those whose names could be, and then proof of each.
 */
record OwnKeys(KeyFamily family, Candidates candidates, Proof proof) {
    private static final int USUAL_BATCH = 1000;

    /** The tenant's tasks are streamed once for each batch of states, so these are larger. */
    private static final int STATES_BATCH = 20_000;

    static OwnKeys of(KeyFamily family) {
        return new OwnKeys(family, Candidates.of(family.keyName()), Proof.of(family));
    }

    /** Their exact names; one that moves meanwhile may come twice. */
    Stream<String> in(KeySpace space, Target target) {
        int size = family.keyValue() instanceof KeyValue.OfTasks ? STATES_BATCH : USUAL_BATCH;
        return candidates
                .in(space, target, size)
                .flatMap(batch -> proof.own(batch, target).stream());
    }

    /** Those of some names of one server. */
    List<String> among(Node node, List<String> names, Target target) {
        return candidates
                .among(node, names, target)
                .filter(batch -> !batch.names().isEmpty())
                .flatMap(batch -> proof.own(batch, target).stream())
                .toList();
    }
}
