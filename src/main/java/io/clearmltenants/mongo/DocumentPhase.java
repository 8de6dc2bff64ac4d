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
import io.clearmltenants.phase.PhaseName;
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
 * A phase over the documents that its rules select: they are listed by one cursor and changed in
 * pages of their {@code _id}.
 */
final class DocumentPhase implements Phase {
    /**
     * Small enough for less than a second, large enough that each page's journal lines do not
     * count.
     */
    static final int PAGE = 5_000;

    /** So many pages a chunk that the queries, one a chunk, hardly count. */
    private static final int PAGES = 50;

    /** More would only wait for one another within the server. */
    private static final int PAGES_AT_ONCE = 4;

    /** A server changes several collections quicker at once than in turn. */
    private static final int COLLECTIONS_AT_ONCE = 3;

    private final PhaseName name;
    private final Databases databases;
    private final TenantCollections collections;
    private final int pages;

    DocumentPhase(PhaseName name, Databases databases, TenantCollections collections) {
        this(name, databases, collections, PAGES);
    }

    /**
     * @param pages the most pages of a chunk
     */
    DocumentPhase(PhaseName name, Databases databases, TenantCollections collections, int pages) {
        this.name = name;
        this.databases = databases;
        this.collections = collections;
        this.pages = pages;
    }

    @Override
    public PhaseName name() {
        return name;
    }

    @Override
    public int itemsAtOnce() {
        return COLLECTIONS_AT_ONCE;
    }

    @Override
    public Stream<Item> find(Target target) {
        return selections(target).map(this::item).filter(item -> item.amount().count() > 0);
    }

    /**
     * Changes a chunk of pages, some of them at once; none begins after the user has asked to stop.
     * What joins behind the cursor is left to the sweep.
     */
    @Override
    public boolean erase(Target target, Item item, WriteGate gate) {
        Optional<Selection> selection =
                selections(target)
                        .filter(candidate -> candidate.address().equals(item.address()))
                        .findFirst();
        return selection.isPresent() && eraseChunk(selection.get(), item, gate);
    }

    /** What the rules of the phase select on this server. */
    private Stream<Selection> selections(Target target) {
        List<DocumentRule> rules = DocumentRules.of(name);
        Stream<Selection> known =
                rules.stream().flatMap(rule -> rule.inKnownCollection(target.id()).stream());
        List<DocumentRule> others =
                rules.stream().filter(rule -> rule.coversUnknown(target)).toList();
        return others.isEmpty()
                ? known
                : Stream.concat(known, inUnknownCollections(others, target));
    }

    private Stream<Selection> inUnknownCollections(List<DocumentRule> rules, Target target) {
        return collections
                .unknown(target.id())
                .filter(TenantCollections.Named::plain)
                .flatMap(
                        named ->
                                rules.stream()
                                        .map(
                                                rule ->
                                                        rule.in(
                                                                named.database(),
                                                                named.name(),
                                                                target.id())));
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
                name,
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

    private boolean eraseChunk(Selection selection, Item item, WriteGate gate) {
        try (ChangesInFlight changes = new ChangesInFlight(PAGES_AT_ONCE);
                MongoCursor<BsonDocument> cursor = MongoFailures.translated(() -> ids(selection))) {
            List<BsonValue> page = nextPage(cursor);
            for (int begun = 0; !page.isEmpty() && begun < pages && !gate.stopping(); begun++) {
                List<BsonValue> ids = page;
                changes.begin(() -> erasePage(selection, ids, item, gate));
                page = nextPage(cursor);
            }
            changes.await();
            return !page.isEmpty();
        }
    }

    private void erasePage(Selection selection, List<BsonValue> ids, Item item, WriteGate gate) {
        gate.write(
                item, describe(ids), () -> MongoFailures.translated(() -> change(selection, ids)));
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
