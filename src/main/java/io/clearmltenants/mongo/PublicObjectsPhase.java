package io.clearmltenants.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * Objects that the tenant made public: no company, but an origin
 * (A/database/model/base.py:1427-1455).
 */
@Singleton
class PublicObjectsPhase extends DocumentPhase {
    static final List<String> COLLECTIONS = List.of("task", "model", "project", "task__trash");

    PublicObjectsPhase(Databases databases) {
        super(databases);
    }

    @Override
    public PhaseName name() {
        return PhaseName.PUBLIC_OBJECTS;
    }

    @Override
    Stream<Selection> selections(Target target) {
        return COLLECTIONS.stream()
                .map(
                        collection ->
                                Selection.deleting(
                                        Role.BACKEND,
                                        collection,
                                        "company_origin",
                                        filter(target.id()),
                                        "made public by the tenant"));
    }

    /**
     * Public objects of this origin; up to version 1.17 the server wrote no company instead of an
     * empty one.
     */
    static Bson filter(TenantId id) {
        return and(eq("company_origin", id.value()), in("company", Arrays.asList("", null)));
    }
}
