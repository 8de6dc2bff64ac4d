package io.clearmltenants.mongo;

import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.Target;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/**
 * Deleted tasks, which the server up to 2.2 keeps for ever (A/bll/task/task_operations.py:291-312).
 */
@Singleton
class TrashPhase extends DocumentPhase {

    TrashPhase(Databases databases) {
        super(databases);
    }

    @Override
    public PhaseName name() {
        return PhaseName.TRASH;
    }

    @Override
    Stream<Selection> selections(Target target) {
        return Stream.of(
                Selection.deleting(
                        Role.BACKEND,
                        "task__trash",
                        "company",
                        Ownership.OWNED.filter(Ownership.COMPANY, target.id()),
                        "company is the tenant"));
    }
}
