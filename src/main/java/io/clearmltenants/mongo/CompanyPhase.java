package io.clearmltenants.mongo;

import static com.mongodb.client.model.Filters.eq;

import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.Target;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** The company document itself. */
@Singleton
class CompanyPhase extends DocumentPhase {

    CompanyPhase(Databases databases) {
        super(databases);
    }

    @Override
    public PhaseName name() {
        return PhaseName.COMPANY;
    }

    @Override
    Stream<Selection> selections(Target target) {
        return Stream.of(
                Selection.deleting(
                        Role.BACKEND,
                        "company",
                        "_id",
                        eq("_id", target.id().value()),
                        "the tenant itself"));
    }
}
