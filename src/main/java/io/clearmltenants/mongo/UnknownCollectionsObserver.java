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
        return collections
                .concerning(target.id())
                .filter(collection -> collection.knowledge() == TenantCollections.Knowledge.UNKNOWN)
                .flatMap(collection -> findings(collection, target.id()));
    }

    private Stream<Finding> findings(TenantCollections.Named named, TenantId id) {
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
        Finding unknown =
                new Finding.Warning(
                        "Collection "
                                + place
                                + " is not one of the open-source server's; its documents that name the tenant count as the tenant's.");
        return Stream.concat(
                Stream.of(unknown),
                Ownership.FIELDS.stream().flatMap(field -> disputed(collection, place, field, id)));
    }

    private static Stream<Finding> disputed(
            MongoCollection<Document> collection, String place, String field, TenantId id) {
        long disputed =
                MongoFailures.translated(
                        () -> collection.countDocuments(Ownership.DISPUTED.filter(field, id)));
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
