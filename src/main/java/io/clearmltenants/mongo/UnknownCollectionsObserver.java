package io.clearmltenants.mongo;

import com.mongodb.client.MongoCollection;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Observer;
import io.clearmltenants.phase.Store;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Says which collections beyond the open-source server's name the tenant, and what in them is kept
 * for a person.
 */
@ApplicationScoped
class UnknownCollectionsObserver implements Observer {
    private final Databases databases;
    private final TenantCollections collections;

    UnknownCollectionsObserver(Databases databases, TenantCollections collections) {
        this.databases = databases;
        this.collections = collections;
    }

    @Override
    public Store store() {
        return Store.MONGO;
    }

    @Override
    public Stream<Finding> observe(Target target) {
        return collections.unknown(target.id()).flatMap(collection -> findings(collection, target));
    }

    private Stream<Finding> findings(TenantCollections.Named named, Target target) {
        MongoCollection<Document> collection =
                named.database().of(databases).getCollection(named.name());
        String place = collection.getNamespace().getFullName();
        if (!named.plain()) {
            return Stream.of(
                    new Finding.Kept(
                            Store.MONGO,
                            place,
                            "a time series names the tenant; its documents cannot be deleted by id"));
        }
        return Stream.of(
                        erased(collection, place, target),
                        Ownership.FIELDS.stream()
                                .filter(field -> !Ownership.fields(target).contains(field))
                                .flatMap(field -> generic(collection, place, field, target.id())),
                        Ownership.FIELDS.stream()
                                .flatMap(field -> disputed(collection, place, field, target.id())))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> erased(
            MongoCollection<Document> collection, String place, Target target) {
        boolean any =
                Ownership.fields(target).stream()
                        .anyMatch(
                                field ->
                                        count(collection, Ownership.anyFate(field, target.id()))
                                                > 0);
        return any
                ? Stream.of(
                        new Finding.Warning(
                                "Collection "
                                        + place
                                        + " is not one of the open-source server's; its documents whose "
                                        + (target.unknownCollections()
                                                ? "fields name"
                                                : "company is")
                                        + " the tenant count as the tenant's."))
                : Stream.empty();
    }

    /** A field of a general name may mean something else than the owner. */
    private static Stream<Finding> generic(
            MongoCollection<Document> collection, String place, String field, TenantId id) {
        long naming = count(collection, Ownership.anyFate(field, id));
        return naming == 0
                ? Stream.empty()
                : Stream.of(
                        new Finding.Kept(
                                Store.MONGO,
                                place,
                                "%s names the tenant in %d of its documents; the collection is not one of the open-source server's, so they go with --unknown-collections only"
                                        .formatted(field, naming)));
    }

    private static long count(MongoCollection<Document> collection, Bson filter) {
        return MongoFailures.translated(() -> collection.countDocuments(filter));
    }

    private static Stream<Finding> disputed(
            MongoCollection<Document> collection, String place, String field, TenantId id) {
        long disputed = count(collection, Ownership.DISPUTED.filter(field, id));
        return disputed == 0
                ? Stream.empty()
                : Stream.of(
                        new Finding.Kept(
                                Store.MONGO,
                                place,
                                "%s names the tenant in %d of its documents that another field ties to somebody else"
                                        .formatted(field, disputed)));
    }
}
