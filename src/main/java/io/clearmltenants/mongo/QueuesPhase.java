package io.clearmltenants.mongo;

import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.Target;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** The tenant's queues (A/database/model/queue.py:38). */
@Singleton
class QueuesPhase extends DocumentPhase {

    QueuesPhase(Databases databases) {
        super(databases);
    }

    @Override
    public PhaseName name() {
        return PhaseName.QUEUES;
    }

    @Override
    Stream<Selection> selections(Target target) {
        return Stream.of(
                Selection.deleting(
                        Role.BACKEND,
                        "queue",
                        "company",
                        Ownership.OWNED.filter(Ownership.COMPANY, target.id()),
                        "company is the tenant"));
    }
}
