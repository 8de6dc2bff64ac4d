package io.clearmltenants.mongo;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.clearmltenants.tenant.IdKind;
import io.clearmltenants.tenant.KnownIds;
import io.clearmltenants.tenant.MergedIds;
import io.clearmltenants.tenant.TenantId;
import java.util.List;
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
        Bson owned = Ownership.OWNED.filter(Ownership.COMPANY, id);
        Bson ownedOrPublished = Filters.or(owned, PublicObjectsPhase.filter(id));
        return switch (kind) {
            case TASK ->
                    MergedIds.of(
                            List.of(
                                    () -> read("task", ownedOrPublished),
                                    () -> read("task__trash", ownedOrPublished)));
            case MODEL -> read("model", ownedOrPublished);
            case QUEUE -> read("queue", owned);
        };
    }

    /** Sorted by the server, on its disk if it must. */
    private Stream<String> read(String collection, Bson filter) {
        return DocumentStream.of(
                        () ->
                                databases
                                        .backend()
                                        .getCollection(collection, BsonDocument.class)
                                        .aggregate(sortedIds(filter))
                                        .allowDiskUse(true)
                                        .batchSize(DocumentStream.BATCH)
                                        .cursor())
                .map(document -> document.get("_id"))
                .map(value -> value.isString() ? value.asString().getValue() : value.toString());
    }

    private static List<Bson> sortedIds(Bson filter) {
        return List.of(
                Aggregates.match(filter),
                Aggregates.project(Projections.include("_id")),
                Aggregates.sort(Sorts.ascending("_id")));
    }
}
