package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.clearmltenants.fixture.Capability;
import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.MongoReplicaSet;
import io.clearmltenants.fixture.Needs;
import io.clearmltenants.fixture.RunningCli;
import io.clearmltenants.fixture.World;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes several members of MongoDB itself; skipped with the reason if no mongod is there. */
@Needs(Capability.MEMBERS)
class ReplicaSetIT {
    private static final int TASKS = 50_000;

    @TempDir Path folder;

    @Test
    void aStepDownInTheMiddleIsSurvived() throws Exception {
        try (MongoReplicaSet mongo = MongoReplicaSet.start(3);
                MongoClient client = mongo.connect()) {
            fill(client);

            try (RunningCli running = delete(mongo.uri()).start()) {
                mongo.stepDown();
                assertThat(running.awaitEnd().exitCode()).isZero();
            }

            assertThat(client.getDatabase("backend").getCollection("task").countDocuments())
                    .isEqualTo(1);
        }
    }

    private CliProcess delete(String uri) {
        return CliProcess.of(
                "delete",
                World.VICTIM,
                "--name",
                "acme",
                "--yes",
                "--only",
                "mongo",
                "--with-live-agents",
                "--wait",
                "0",
                "--mongo",
                uri,
                "--state-dir",
                folder.toString());
    }

    private static void fill(MongoClient client) {
        client.getDatabase("backend")
                .getCollection("company")
                .insertOne(new Document("_id", World.VICTIM).append("name", "acme"));
        client.getDatabase("auth")
                .getCollection("user")
                .insertOne(
                        new Document("_id", "u")
                                .append("role", "user")
                                .append("company", World.BYSTANDER));
        List<Document> tasks =
                IntStream.range(0, TASKS)
                        .mapToObj(
                                number ->
                                        new Document("_id", "t" + number)
                                                .append("company", World.VICTIM))
                        .toList();
        client.getDatabase("backend").getCollection("task").insertMany(tasks);
        client.getDatabase("backend")
                .getCollection("task")
                .insertOne(new Document("_id", "other").append("company", World.BYSTANDER));
    }
}
