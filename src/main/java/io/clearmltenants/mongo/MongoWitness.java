package io.clearmltenants.mongo;

import com.mongodb.client.MongoCollection;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.Store;
import io.clearmltenants.phase.Witness;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Counts what is left by expressions over all documents of each collection, read once; the phases
 * ask for the documents of the tenant alone, by filters.
 */
@ApplicationScoped
class MongoWitness implements Witness {
    private static final String NAMING = "names the tenant";
    private static final String PUBLISHED = "made public by it";
    private static final String CREDENTIALS = "credentials for it";

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
        MongoCollection<BsonDocument> documents =
                collection
                        .database()
                        .of(databases)
                        .getCollection(collection.name(), BsonDocument.class);
        String place = documents.getNamespace().getFullName();
        Map<String, Long> counts =
                new CollectionScan(documents, conditions(id)).counts(collection.plain());
        return Stream.of(
                        leftover(
                                collection
                                        .known()
                                        .map(KnownCollection::phase)
                                        .orElse(PhaseName.DOCUMENTS),
                                place,
                                NAMING,
                                counts),
                        leftover(PhaseName.PUBLIC_OBJECTS, place, PUBLISHED, counts),
                        leftover(PhaseName.FOREIGN_CREDENTIALS, place, CREDENTIALS, counts))
                .filter(leftover -> leftover.count() > 0);
    }

    private static Leftover leftover(
            PhaseName phase, String place, String how, Map<String, Long> counts) {
        return new Leftover(phase, place + " (" + how + ")", counts.getOrDefault(how, 0L));
    }

    private static Map<String, Bson> conditions(TenantId id) {
        List<Bson> names = new ArrayList<>();
        names.add(equal("$_id", id.value()));
        Ownership.FIELDS.forEach(field -> names.add(holds(field, id.value())));
        Bson noCompany = any(List.of(holds("company", ""), equal(orElse("$company", ""), "")));
        return Map.of(
                NAMING,
                any(names),
                PUBLISHED,
                all(List.of(holds("company_origin", id.value()), noCompany)),
                CREDENTIALS,
                all(
                        List.of(
                                new Document("$not", List.of(holds("company", id.value()))),
                                holds("credentials", "company", id.value()))));
    }

    /** A field is the value, or a list that has it. */
    private static Bson holds(String field, String value) {
        String path = "$" + field;
        return any(List.of(equal(path, value), in(value, listOrNone(path))));
    }

    /** A field's inner field is the value, or that of one in the field's list. */
    private static Bson holds(String field, String inner, String value) {
        Document values =
                new Document("input", listOrNone("$" + field)).append("in", "$$this." + inner);
        return any(
                List.of(
                        equal("$" + field + "." + inner, value),
                        in(value, new Document("$map", values))));
    }

    private static Document listOrNone(String path) {
        Document isList = new Document("$isArray", List.of(path));
        return new Document("$cond", List.of(isList, path, List.of()));
    }

    private static Bson in(String value, Document list) {
        return new Document("$in", List.of(value, list));
    }

    private static Bson equal(Object left, String value) {
        return new Document("$eq", List.of(left, value));
    }

    private static Object orElse(String field, String value) {
        return new Document("$ifNull", List.of(field, value));
    }

    private static Bson any(List<Bson> conditions) {
        return new Document("$or", conditions);
    }

    private static Bson all(List<Bson> conditions) {
        return new Document("$and", conditions);
    }
}
