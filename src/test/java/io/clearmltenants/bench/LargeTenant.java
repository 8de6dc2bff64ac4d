package io.clearmltenants.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** One tenant with many tasks, models and projects, and a neighbour. */
final class LargeTenant {
    static final String ID = "0123456789abcdef0123456789abcdef";
    static final String NAME = "large";

    private static final int BATCH = 10_000;
    private static final String TEXT = "x".repeat(400);

    private final MongoClient client;
    private final Map<String, Integer> sizes;

    /** Makes it: of 7 documents 5 are tasks. */
    LargeTenant(MongoClient client, int documents) {
        this.client = client;
        MongoDatabase backend = client.getDatabase("backend");
        backend.getCollection("company")
                .insertMany(
                        List.of(
                                new Document("_id", ID).append("name", NAME),
                                new Document("_id", "neighbour").append("name", "neighbour")));
        client.getDatabase("auth")
                .getCollection("user")
                .insertOne(
                        new Document("_id", "user").append("company", ID).append("role", "admin"));
        sizes =
                Map.of(
                        "project", documents / 7,
                        "model", documents / 7,
                        "task", documents - 2 * (documents / 7));
        fill(backend);
    }

    private void fill(MongoDatabase database) {
        sizes.forEach((name, size) -> fill(database, name, size));
    }

    private static void fill(MongoDatabase database, String name, int size) {
        MongoCollection<Document> collection = database.getCollection(name);
        collection.createIndex(Indexes.ascending("company"));
        collection.insertOne(document("neighbours", "neighbour"));
        for (int first = 0; first < size; first += BATCH) {
            List<Document> batch = new ArrayList<>(BATCH);
            for (int number = first; number < Math.min(first + BATCH, size); number++) {
                batch.add(document("%032x".formatted(number * 0x9E3779B97F4A7C15L), ID));
            }
            collection.insertMany(batch);
        }
    }

    private static Document document(String id, String company) {
        return new Document("_id", id)
                .append("company", company)
                .append("name", "a name")
                .append("created", new Date())
                .append("comment", TEXT);
    }

    /** How long the server takes when it is told to delete the documents of a copy. */
    Duration deleteCopy() {
        fill(client.getDatabase("copy"));
        long began = System.nanoTime();
        for (String name : List.of("task", "model", "project")) {
            client.getDatabase("copy")
                    .getCollection(name)
                    .withWriteConcern(WriteConcern.MAJORITY)
                    .deleteMany(Filters.eq("company", ID));
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /**
     * @throws IllegalStateException if anything of it is left, or the neighbour is not whole
     */
    void isGone() {
        for (String name : List.of("task", "model", "project", "company")) {
            MongoCollection<Document> collection =
                    client.getDatabase("backend").getCollection(name);
            if (collection.countDocuments() != 1) {
                throw new IllegalStateException("Not what was wanted is left in " + name);
            }
        }
    }
}
