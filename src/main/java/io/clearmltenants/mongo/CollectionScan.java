package io.clearmltenants.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BsonField;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Reads a whole collection once, in the order of {@code _id}, and counts the documents of several
 * kinds at once. It goes slice by slice, so that no single answer takes longer than a connection
 * lives, however large the collection is.
 *
 * @param conditions an expression for each kind, true for the documents that count
 */
record CollectionScan(MongoCollection<BsonDocument> collection, Map<String, Bson> conditions) {
    /** Even if each document has to be fetched from a slow disk, far below a minute. */
    private static final int SLICE = 10_000;

    /** The types that an {@code _id} may have, in the order in which MongoDB sorts them. */
    private static final List<List<BsonType>> SORTED_TYPES =
            List.of(
                    List.of(BsonType.MIN_KEY),
                    List.of(BsonType.NULL),
                    List.of(BsonType.DOUBLE, BsonType.INT32, BsonType.INT64, BsonType.DECIMAL128),
                    List.of(BsonType.SYMBOL, BsonType.STRING),
                    List.of(BsonType.DOCUMENT),
                    List.of(BsonType.BINARY),
                    List.of(BsonType.OBJECT_ID),
                    List.of(BsonType.BOOLEAN),
                    List.of(BsonType.DATE_TIME),
                    List.of(BsonType.TIMESTAMP),
                    List.of(BsonType.DB_POINTER),
                    List.of(BsonType.JAVASCRIPT),
                    List.of(BsonType.JAVASCRIPT_WITH_SCOPE),
                    List.of(BsonType.MAX_KEY));

    private record Slice(long documents, BsonValue last, Map<String, Long> counts) {}

    /**
     * The counts by kind.
     *
     * @param sliced false for a collection without an index on {@code _id}, which is read in one
     *     piece
     */
    Map<String, Long> counts(boolean sliced) {
        Map<String, Long> sums = new HashMap<>();
        Optional<Range> range = Optional.of(Range.ALL);
        while (range.isPresent()) {
            Range wanted = range.get();
            Optional<Slice> slice =
                    MongoFailures.translated(() -> slice(wanted.filter(), sliced ? SLICE : 0));
            slice.ifPresent(
                    read -> read.counts().forEach((kind, n) -> sums.merge(kind, n, Long::sum)));
            range = sliced ? wanted.next(slice) : Optional.empty();
        }
        return sums;
    }

    /**
     * What is read next.
     *
     * @param behind the last value that was read, if the range holds values of its type alone: a
     *     comparison sees no others, so the types behind it are a range of their own
     */
    private record Range(Bson filter, Optional<BsonValue> behind) {
        static final Range ALL = new Range(Filters.empty(), Optional.empty());

        Optional<Range> next(Optional<Slice> read) {
            if (read.isPresent() && read.get().documents() == SLICE) {
                BsonValue last = read.get().last();
                return Optional.of(new Range(Filters.gt("_id", last), Optional.of(last)));
            }
            return behind.map(last -> later(last.getBsonType()))
                    .filter(types -> !types.isEmpty())
                    .map(types -> new Document("_id", new Document("$type", types)))
                    .map(filter -> new Range(filter, Optional.empty()));
        }

        private static List<Integer> later(BsonType type) {
            return SORTED_TYPES.stream()
                    .dropWhile(types -> !types.contains(type))
                    .skip(1)
                    .flatMap(List::stream)
                    .map(BsonType::getValue)
                    .toList();
        }
    }

    private Optional<Slice> slice(Bson range, int most) {
        List<Bson> pipeline = new ArrayList<>();
        if (most > 0) {
            pipeline.add(Aggregates.match(range));
            pipeline.add(Aggregates.sort(Sorts.ascending("_id")));
            pipeline.add(Aggregates.limit(most));
        }
        List<BsonField> sums = new ArrayList<>();
        sums.add(Accumulators.sum("documents", 1L));
        sums.add(Accumulators.max("last", "$_id"));
        conditions.forEach((kind, condition) -> sums.add(countIf(kind, condition)));
        pipeline.add(Aggregates.group(null, sums));
        return Optional.ofNullable(collection.aggregate(pipeline).first()).map(this::read);
    }

    private static BsonField countIf(String kind, Bson condition) {
        return Accumulators.sum(kind, new Document("$cond", List.of(condition, 1L, 0L)));
    }

    private Slice read(BsonDocument group) {
        Map<String, Long> counts = new HashMap<>();
        conditions.keySet().forEach(kind -> counts.put(kind, number(group, kind)));
        return new Slice(number(group, "documents"), group.get("last"), counts);
    }

    private static long number(BsonDocument group, String name) {
        return group.getNumber(name).longValue();
    }
}
