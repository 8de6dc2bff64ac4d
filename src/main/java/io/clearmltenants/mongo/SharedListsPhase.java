package io.clearmltenants.mongo;

import com.mongodb.client.model.Updates;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.Target;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/**
 * Shared documents that list the tenant among others: the id leaves the list, the document stays.
 */
@Singleton
class SharedListsPhase extends DocumentPhase {
    private final TenantCollections collections;

    SharedListsPhase(Databases databases, TenantCollections collections) {
        super(databases);
        this.collections = collections;
    }

    @Override
    public PhaseName name() {
        return PhaseName.SHARED_LISTS;
    }

    @Override
    Stream<Selection> selections(Target target) {
        return collections
                .concerning(target.id())
                .filter(TenantCollections.Named::plain)
                .filter(collection -> collection.knowledge() == TenantCollections.Knowledge.UNKNOWN)
                .flatMap(
                        collection ->
                                Ownership.fields(target).stream()
                                        .map(
                                                field ->
                                                        Selection.editing(
                                                                collection.database(),
                                                                collection.name(),
                                                                field,
                                                                Ownership.LISTED.filter(
                                                                        field, target.id()),
                                                                Updates.pull(
                                                                        field, target.id().value()),
                                                                field
                                                                        + " lists the tenant beside others; the id leaves the list")));
    }
}
