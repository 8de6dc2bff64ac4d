package io.clearmltenants.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.clearmltenants.tenant.IdKind;
import io.clearmltenants.tenant.KnownIds;
import io.clearmltenants.tenant.TenantId;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** The identifiers of a tenant's objects as MongoDB has them now. */
final class MongoIds implements KnownIds {
    private final Databases databases;
    private final TenantId id;

    MongoIds(Databases databases, TenantId id) {
        this.databases = databases;
        this.id = id;
    }

    @Override
    public Stream<String> stream(IdKind kind) {
        return switch (kind) {
            case TASK ->
                    Stream.concat(
                            ownedOrPublished(KnownCollection.TASK),
                            ownedOrPublished(KnownCollection.TRASHED_TASK));
            case MODEL -> ownedOrPublished(KnownCollection.MODEL);
            case QUEUE ->
                    ids(() -> find(KnownCollection.QUEUE, owned()).sort(Sorts.ascending("_id")));
        };
    }

    /**
     * Two queries, each of which an index can answer, and no order: this host sorts millions on its
     * own disk, and quicker.
     */
    private Stream<String> ownedOrPublished(KnownCollection collection) {
        return Stream.concat(
                ids(() -> find(collection, owned())),
                ids(() -> find(collection, Ownership.published(id))));
    }

    private Bson owned() {
        return Ownership.OWNED.filter(Ownership.COMPANY, id);
    }

    private FindIterable<BsonDocument> find(KnownCollection collection, Bson filter) {
        return collection
                .in(databases, BsonDocument.class)
                .find(filter)
                .projection(Projections.include("_id"))
                .batchSize(DocumentStream.BATCH);
    }

    private static Stream<String> ids(Supplier<FindIterable<BsonDocument>> query) {
        return DocumentStream.of(() -> query.get().cursor())
                .map(document -> document.get("_id"))
                .map(value -> value.isString() ? value.asString().getValue() : value.toString());
    }
}
