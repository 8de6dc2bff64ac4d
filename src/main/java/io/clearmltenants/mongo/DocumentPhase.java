package io.clearmltenants.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.ChangesInFlight;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Phase;
import io.clearmltenants.phase.WriteGate;
import io.clearmltenants.tenant.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/**
 * A phase over documents: they are listed by one cursor and changed in pages of their {@code _id}.
 */
abstract class DocumentPhase implements Phase {
    /**
     * Small enough for less than a second, large enough that each page's journal lines do not
     * count.
     */
    static final int PAGE = 5_000;

    /** More would only wait for one another within the server. */
    private static final int PAGES_AT_ONCE = 4;

    final Databases databases;

    DocumentPhase(Databases databases) {
        this.databases = databases;
    }

    /** The selections that the phase covers on this server. */
    abstract Stream<Selection> selections(Target target);

    @Override
    public Stream<Item> find(Target target) {
        return selections(target).map(this::item).filter(item -> item.amount().count() > 0);
    }

    /** Goes through the item once; asks to be called again until a pass finds nothing. */
    @Override
    public boolean erase(Target target, Item item, WriteGate gate) {
        Optional<Selection> selection =
                selections(target)
                        .filter(candidate -> candidate.address().equals(item.address()))
                        .findFirst();
        return selection.isPresent() && erasePass(selection.get(), item, gate);
    }

    private Item item(Selection selection) {
        IdDigest ids = MongoFailures.translated(() -> digest(selection));
        MongoDatabase database = selection.role().of(databases);
        long size =
                ids.count() == 0
                        ? 0
                        : MongoFailures.translated(
                                () -> averageSize(database, selection.collection()));
        return new Item(
                name(),
                selection.update().isPresent() ? "edited documents" : "collection",
                database.getName() + "." + selection.collection() + " (" + selection.rule() + ")",
                selection.address(),
                new Amount(ids.count(), "documents", size * ids.count()),
                selection.why(),
                Optional.of(ids.hexadecimal()));
    }

    private IdDigest digest(Selection selection) {
        IdDigest digest = new IdDigest();
        try (MongoCursor<BsonDocument> cursor = ids(selection)) {
            cursor.forEachRemaining(document -> digest.add(document.get("_id")));
        }
        return digest;
    }

    private boolean erasePass(Selection selection, Item item, WriteGate gate) {
        boolean found = false;
        try (ChangesInFlight pages = new ChangesInFlight(PAGES_AT_ONCE);
                MongoCursor<BsonDocument> cursor = MongoFailures.translated(() -> ids(selection))) {
            List<BsonValue> page = nextPage(cursor);
            while (!page.isEmpty() && !gate.stopping()) {
                found = true;
                List<BsonValue> ids = page;
                pages.begin(
                        () ->
                                gate.write(
                                        item,
                                        describe(ids),
                                        () ->
                                                MongoFailures.translated(
                                                        () -> change(selection, ids))));
                page = nextPage(cursor);
            }
            pages.await();
        }
        return found;
    }

    private MongoCursor<BsonDocument> ids(Selection selection) {
        return collection(selection)
                .find(selection.filter())
                .projection(Projections.include("_id"))
                .batchSize(DocumentStream.BATCH)
                .cursor();
    }

    private long change(Selection selection, List<BsonValue> ids) {
        Bson exactly = and(in("_id", ids), selection.filter());
        MongoCollection<BsonDocument> collection = collection(selection);
        return selection.update().isPresent()
                ? collection.updateMany(exactly, selection.update().get()).getModifiedCount()
                : collection.deleteMany(exactly).getDeletedCount();
    }

    private MongoCollection<BsonDocument> collection(Selection selection) {
        return selection
                .role()
                .of(databases)
                .getCollection(selection.collection(), BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY);
    }

    private static List<BsonValue> nextPage(MongoCursor<BsonDocument> cursor) {
        return MongoFailures.translated(
                () -> {
                    List<BsonValue> page = new ArrayList<>(PAGE);
                    while (page.size() < PAGE && cursor.hasNext()) {
                        page.add(cursor.next().get("_id"));
                    }
                    return page;
                });
    }

    private static String describe(List<BsonValue> ids) {
        return "%d documents, _id %s to %s"
                .formatted(ids.size(), text(ids.getFirst()), text(ids.getLast()));
    }

    private static String text(BsonValue id) {
        return id.isString() ? id.asString().getValue() : id.toString();
    }

    private static long averageSize(MongoDatabase database, String collection) {
        BsonDocument statistics =
                database.runCommand(
                        new BsonDocument("collStats", new org.bson.BsonString(collection)),
                        BsonDocument.class);
        return statistics.isNumber("avgObjSize")
                ? statistics.getNumber("avgObjSize").longValue()
                : 0;
    }
}
