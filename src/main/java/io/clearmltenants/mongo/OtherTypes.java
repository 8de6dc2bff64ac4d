package io.clearmltenants.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.Observer;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.Store;
import io.clearmltenants.phase.Witness;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * Documents whose {@code company} reads like the tenant's id but is a number or an ObjectId. The
 * server writes strings alone, so nobody can say for certain whose they are: they are kept and
 * named.
 */
@ApplicationScoped
class OtherTypes implements Observer, Witness {
    private final Databases databases;
    private final TenantCollections collections;

    OtherTypes(Databases databases, TenantCollections collections) {
        this.databases = databases;
        this.collections = collections;
    }

    @Override
    public Store store() {
        return Store.MONGO;
    }

    @Override
    public Stream<Finding> observe(Target target) {
        return look(target)
                .map(
                        leftover ->
                                new Finding.Kept(
                                        Store.MONGO,
                                        leftover.locator(),
                                        "company reads like the tenant's id in %d of its documents, but is no string, as the server writes it"
                                                .formatted(leftover.count())));
    }

    @Override
    public Stream<Leftover> look(Target target) {
        List<Object> values = values(target.id());
        return values.isEmpty()
                ? Stream.empty()
                : collections.list().stream()
                        .map(collection -> count(collection, values))
                        .filter(leftover -> leftover.count() > 0);
    }

    /** What else than a string the id could be; numbers of all kinds are equal in MongoDB. */
    static List<Object> values(TenantId id) {
        if (ObjectId.isValid(id.value())) {
            return List.of(new ObjectId(id.value()));
        }
        return id.value().matches("0|[1-9][0-9]{0,17}")
                ? List.of(Long.valueOf(id.value()))
                : List.of();
    }

    private Leftover count(TenantCollections.Named named, List<Object> values) {
        MongoCollection<Document> collection =
                named.database().of(databases).getCollection(named.name());
        return new Leftover(
                PhaseName.DOCUMENTS,
                collection.getNamespace().getFullName() + " (company is no string)",
                MongoFailures.translated(
                        () -> collection.countDocuments(Filters.in(Ownership.COMPANY, values))));
    }
}
