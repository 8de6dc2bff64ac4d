package io.clearmltenants.demo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.clearmltenants.fixture.MongoServer;
import org.opentest4j.TestAbortedException;

/** MongoDB for the demo: the one that the tests would take, else one within this JVM. */
sealed interface DemoMongo extends AutoCloseable {

    /** Starts one and prints which. */
    static DemoMongo start() {
        try {
            return new Separate(MongoServer.start());
        } catch (TestAbortedException none) {
            Embedded embedded = new Embedded();
            System.out.println(
                    "MongoDB: mongo-java-server within the demo (no mongod, container or SecantusDB"
                            + " here)");
            return embedded;
        }
    }

    /** A new client; the caller closes it. */
    MongoClient connect();

    /** The port on 127.0.0.1. */
    int port();

    @Override
    void close();

    /** A server of its own. */
    record Separate(MongoServer server) implements DemoMongo {
        @Override
        public MongoClient connect() {
            return server.connect();
        }

        @Override
        public int port() {
            return server.port();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** It ends with the JVM at the latest. What it lacks, no test may rely on. */
    final class Embedded implements DemoMongo {
        private final de.bwaldvogel.mongo.MongoServer server =
                new de.bwaldvogel.mongo.MongoServer(new MemoryBackend());
        private final int port = server.bind().getPort();

        @Override
        public MongoClient connect() {
            return MongoClients.create("mongodb://127.0.0.1:" + port);
        }

        @Override
        public int port() {
            return port;
        }

        @Override
        public void close() {
            server.shutdownNow();
        }
    }
}
