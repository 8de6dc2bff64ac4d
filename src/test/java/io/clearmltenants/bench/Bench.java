package io.clearmltenants.bench;

import com.mongodb.client.MongoClient;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.TemporaryFolder;
import java.time.Duration;
import java.util.Arrays;

/**
 * Measures how long `delete` takes for one large tenant, and how much memory, beside {@code
 * deleteMany} on a copy of the same documents in the same server.
 */
public final class Bench {
    private Bench() {}

    /** Takes the numbers of documents, with commas between them. */
    public static void main(String[] arguments) {
        System.out.println("documents  deleteMany    delete  memory");
        Arrays.stream(arguments[0].split(",")).map(Integer::valueOf).forEach(Bench::measure);
        System.exit(0);
    }

    private static void measure(int documents) {
        try (MongoServer server = MongoServer.start();
                MongoClient client = server.connect();
                TemporaryFolder state = new TemporaryFolder("bench")) {
            LargeTenant tenant = new LargeTenant(client, documents);
            Duration baseline = tenant.deleteCopy();
            DeleteRun run = DeleteRun.of(server.uri(), state.path());
            tenant.isGone();
            System.out.printf(
                    "%,9d  %8.1f s  %6.1f s  %s%n",
                    documents, seconds(baseline), seconds(run.duration()), run.memory());
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
