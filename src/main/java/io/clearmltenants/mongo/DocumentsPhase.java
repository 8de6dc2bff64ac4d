package io.clearmltenants.mongo;

import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.Target;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/**
 * Tasks, models, projects, and the documents of every further collection that name the tenant as
 * their owner: by {@code company}, and by other fields if the user says so.
 */
@Singleton
class DocumentsPhase extends DocumentPhase {
    /** A server deletes from several collections quicker at once than in turn. */
    private static final int COLLECTIONS_AT_ONCE = 3;

    private final TenantCollections collections;

    DocumentsPhase(Databases databases, TenantCollections collections) {
        super(databases);
        this.collections = collections;
    }

    @Override
    public PhaseName name() {
        return PhaseName.DOCUMENTS;
    }

    @Override
    public int itemsAtOnce() {
        return COLLECTIONS_AT_ONCE;
    }

    @Override
    Stream<Selection> selections(Target target) {
        return collections
                .concerning(target.id())
                .filter(TenantCollections.Named::plain)
                .flatMap(collection -> of(collection, target));
    }

    private static Stream<Selection> of(TenantCollections.Named collection, Target target) {
        return switch (collection.knowledge()) {
            case OWN_PHASE -> Stream.empty();
            case BY_COMPANY -> Stream.of(owned(collection, Ownership.COMPANY, target));
            case UNKNOWN ->
                    Ownership.fields(target).stream()
                            .flatMap(
                                    field ->
                                            Stream.of(
                                                    owned(collection, field, target),
                                                    listedAlone(collection, field, target)));
        };
    }

    private static Selection owned(
            TenantCollections.Named collection, String field, Target target) {
        return Selection.deleting(
                collection.database(),
                collection.name(),
                field,
                Ownership.OWNED.filter(field, target.id()),
                field + " is the tenant");
    }

    private static Selection listedAlone(
            TenantCollections.Named collection, String field, Target target) {
        return Selection.deleting(
                collection.database(),
                collection.name(),
                field + " alone",
                Ownership.LISTED_ALONE.filter(field, target.id()),
                field + " lists the tenant and nobody else");
    }
}
