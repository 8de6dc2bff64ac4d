package io.clearmltenants.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import io.clearmltenants.fixture.Capability;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.Needs;
import io.clearmltenants.tenant.IdKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class MongoIdsTest {
    private final List<Integer> batches = new ArrayList<>();

    @Test
    @Needs(Capability.SORTED_BATCHES)
    void identifiersComeInBatchesThatFitIntoAnyMemoryWhateverTheirNumber() {
        try (MongoServer server = MongoServer.start();
                MongoClient client = watched(server)) {
            TestDatabases databases = new TestDatabases(client);
            databases
                    .backend()
                    .getCollection("task")
                    .insertMany(
                            IntStream.range(0, 5_000)
                                    .mapToObj(n -> new Document("_id", "%05d".formatted(n)))
                                    .map(task -> task.append("company", "abc"))
                                    .toList());

            try (Stream<String> ids =
                    new MongoIds(databases, TestDatabases.TENANT.id()).stream(IdKind.TASK)) {
                assertThat(ids.count()).isEqualTo(5_000);
            }
        }
        assertThat(batches).hasSizeGreaterThan(4).allMatch(size -> size <= 1_000);
    }

    private MongoClient watched(MongoServer server) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(server.uri()))
                        .addCommandListener(
                                new CommandListener() {
                                    @Override
                                    public void commandSucceeded(CommandSucceededEvent event) {
                                        remember(event.getResponse());
                                    }
                                })
                        .build());
    }

    private void remember(BsonDocument answer) {
        BsonDocument cursor = answer.getDocument("cursor", new BsonDocument());
        if (cursor.containsKey("nextBatch")) {
            batches.add(cursor.getArray("nextBatch").size());
        }
    }
}
