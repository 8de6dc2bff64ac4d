package io.clearmltenants.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import io.clearmltenants.fixture.Hold;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.Relay;
import io.clearmltenants.journal.ExportedIds;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.phase.Retry;
import io.clearmltenants.report.Event;
import io.clearmltenants.tenant.IdKind;
import jakarta.enterprise.inject.Vetoed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoIdsTest {
    private static final int TASKS = 3 * DocumentStream.BATCH;

    private final List<Integer> batches = new ArrayList<>();

    @Test
    void identifiersComeInBatchesThatFitIntoAnyMemoryWhateverTheirNumber() {
        try (MongoServer server = MongoServer.start();
                MongoClient client = watched(server)) {
            TestDatabases databases = new TestDatabases(client);
            addTasks(databases, TASKS);

            try (Stream<String> ids =
                    new MongoIds(databases, TestDatabases.TENANT.id()).stream(IdKind.TASK)) {
                assertThat(ids.count()).isEqualTo(TASKS);
            }
        }
        assertThat(batches).hasSizeGreaterThan(1).allMatch(size -> size <= DocumentStream.BATCH);
    }

    @Test
    void anExportWhoseCursorDiesInTheMiddleIsTriedAgainAndHasEachIdentifierOnce(
            @TempDir Path folder) {
        List<Event> events = new ArrayList<>();
        try (MongoServer server = MongoServer.start();
                MongoClient direct = server.connect();
                Relay relay = Relay.to(server);
                MongoClient relayed = MongoClients.create(relay.uri(server.uri()))) {
            addTasks(new TestDatabases(direct), TASKS);
            Hold dead = relay.failWhen("getMore backend.task"::equals);
            ExportedIds exported =
                    new ExportedIds(new RunFolder(folder, JsonMapping.objectMapper()));
            MongoIds live = new MongoIds(new TestDatabases(relayed), TestDatabases.TENANT.id());

            long known =
                    new Retry(Duration.ofMinutes(1), () -> false, events::add)
                            .run("the export of identifiers", () -> exported.add(live));

            assertThat(dead.held()).isCompleted();
            assertThat(known).isEqualTo(TASKS);
            try (Stream<String> tasks = exported.stream(IdKind.TASK)) {
                assertThat(tasks).hasSize(TASKS).doesNotHaveDuplicates();
            }
        }
        assertThat(events).hasSize(1).first().isInstanceOf(Event.Retrying.class);
    }

    private static void addTasks(TestDatabases databases, int number) {
        databases
                .backend()
                .getCollection("task")
                .insertMany(
                        IntStream.range(0, number)
                                .mapToObj(n -> new Document("_id", "%06d".formatted(n)))
                                .map(task -> task.append("company", "abc"))
                                .toList());
    }

    private MongoClient watched(MongoServer server) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(server.uri()))
                        .addCommandListener(new Batches(batches))
                        .build());
    }

    /** The framework would take it for a listener of its own clients. */
    @Vetoed
    private record Batches(List<Integer> sizes) implements CommandListener {
        @Override
        public void commandSucceeded(CommandSucceededEvent event) {
            BsonDocument cursor = event.getResponse().getDocument("cursor", new BsonDocument());
            if (cursor.containsKey("nextBatch")) {
                sizes.add(cursor.getArray("nextBatch").size());
            }
        }
    }
}
