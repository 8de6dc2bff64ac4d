package io.clearmltenants.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.Store;
import io.clearmltenants.phase.Witness;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Counts what is left by aggregations over the whole collections, without indexes; the phases read
 * cursors by index.
 */
@ApplicationScoped
class MongoWitness implements Witness {
    private static final Map<String, PhaseName> PHASES =
            Map.of(
                    "company", PhaseName.COMPANY,
                    "queue", PhaseName.QUEUES,
                    "url_to_delete", PhaseName.URLS_TO_DELETE,
                    "task__trash", PhaseName.TRASH,
                    "storage_settings", PhaseName.STORAGE_SETTINGS,
                    "user", PhaseName.USERS);

    private final Databases databases;
    private final TenantCollections collections;

    MongoWitness(Databases databases, TenantCollections collections) {
        this.databases = databases;
        this.collections = collections;
    }

    @Override
    public Store store() {
        return Store.MONGO;
    }

    @Override
    public Stream<Leftover> look(Target target) {
        return collections.list().stream().flatMap(collection -> look(collection, target.id()));
    }

    private Stream<Leftover> look(TenantCollections.Named collection, TenantId id) {
        PhaseName phase = PHASES.getOrDefault(collection.name(), PhaseName.DOCUMENTS);
        return Stream.of(
                        leftover(collection, phase, "names the tenant", naming(id)),
                        leftover(
                                collection,
                                PhaseName.PUBLIC_OBJECTS,
                                "made public by it",
                                PublicObjectsPhase.filter(id)),
                        leftover(
                                collection,
                                PhaseName.FOREIGN_CREDENTIALS,
                                "credentials for it",
                                Filters.and(
                                        Filters.ne("company", id.value()),
                                        Filters.eq("credentials.company", id.value()))))
                .filter(leftover -> leftover.count() > 0);
    }

    private static Bson naming(TenantId id) {
        return Filters.or(Filters.eq("_id", id.value()), Ownership.anyMention(id));
    }

    private Leftover leftover(
            TenantCollections.Named collection, PhaseName phase, String how, Bson filter) {
        MongoCollection<Document> documents =
                collection.database().of(databases).getCollection(collection.name());
        Document counted =
                MongoFailures.translated(
                        () ->
                                documents
                                        .aggregate(
                                                List.of(
                                                        Aggregates.match(filter),
                                                        Aggregates.group(
                                                                null,
                                                                Accumulators.sum("left", 1L))))
                                        .hint(new Document("$natural", 1))
                                        .first());
        long left = counted == null ? 0 : ((Number) counted.get("left")).longValue();
        return new Leftover(phase, documents.getNamespace().getFullName() + " (" + how + ")", left);
    }
}
