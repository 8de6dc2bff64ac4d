package io.clearmltenants.mongo;

import com.mongodb.client.MongoClient;
import io.clearmltenants.fixture.MongoServer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A MongoDB server for the tests of one class; each test finds its two databases empty. */
final class OwnMongo implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private MongoServer server;
    private MongoClient client;
    private TestDatabases databases;

    TestDatabases databases() {
        return databases;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = MongoServer.start();
        client = server.connect();
        databases = new TestDatabases(client);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        databases.backend().drop();
        databases.auth().drop();
    }

    /** After a server that could not be had, too. */
    @Override
    public void afterAll(ExtensionContext context) {
        if (server != null) {
            client.close();
            server.close();
        }
    }
}
