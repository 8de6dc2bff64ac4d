package io.clearmltenants.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.clearmltenants.tenant.IdKind;
import io.clearmltenants.tenant.KnownIds;
import io.clearmltenants.tenant.TenantId;
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
                    Stream.concat(
                            read(Role.BACKEND, "task", ownedOrPublished),
                            read(Role.BACKEND, "task__trash", ownedOrPublished));
            case MODEL -> read(Role.BACKEND, "model", ownedOrPublished);
            case PROJECT -> read(Role.BACKEND, "project", ownedOrPublished);
            case QUEUE -> read(Role.BACKEND, "queue", owned);
            case USER ->
                    Stream.concat(
                            read(Role.BACKEND, "user", owned), read(Role.AUTH, "user", owned));
        };
    }

    private Stream<String> read(Role role, String collection, Bson filter) {
        return DocumentStream.of(
                        () ->
                                role.of(databases)
                                        .getCollection(collection, BsonDocument.class)
                                        .find(filter)
                                        .projection(Projections.include("_id"))
                                        .cursor())
                .map(document -> document.get("_id"))
                .map(value -> value.isString() ? value.asString().getValue() : value.toString());
    }
}
