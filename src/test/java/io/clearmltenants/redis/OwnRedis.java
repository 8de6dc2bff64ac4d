package io.clearmltenants.redis;

import io.clearmltenants.fixture.RedisServer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Redis server for the tests of one class; each test finds it empty. */
final class OwnRedis
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private RedisServer server;
    private Databases databases;

    RedisServer server() {
        return server;
    }

    Databases databases() {
        return databases;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = RedisServer.start();
        databases = new Databases(server);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server.empty();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        databases.close();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.close();
    }
}
