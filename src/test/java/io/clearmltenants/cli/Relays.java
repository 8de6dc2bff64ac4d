package io.clearmltenants.cli;

import io.clearmltenants.fixture.ElasticServer;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.RedisServer;
import io.clearmltenants.fixture.Relay;
import io.clearmltenants.phase.Store;
import java.util.List;

/**
 * Relays in front of all servers, so that a test can stop what the program sends.
 *
 * @param addresses options that name the relays in place of the servers
 */
record Relays(Relay mongo, Relay elastic, Relay redis, List<String> addresses)
        implements AutoCloseable {

    /** How long the program looks for a MongoDB server that is gone, each time it looks. */
    private static final String SHORT_SEARCH = "serverSelectionTimeoutMS=1000";

    static Relays before(
            Installation installation,
            MongoServer mongo,
            ElasticServer elastic,
            RedisServer redis) {
        Relay mongoRelay = Relay.to(mongo);
        Relay elasticRelay = Relay.to(elastic);
        Relay redisRelay = Relay.to(redis);
        return new Relays(
                mongoRelay,
                elasticRelay,
                redisRelay,
                installation.addresses(
                        withShortSearch(mongoRelay.uri(mongo.uri())),
                        elasticRelay.uri(elastic.uri()),
                        "redis://127.0.0.1:" + redisRelay.port()));
    }

    /** The relay in front of a store's server. */
    Relay of(Store store) {
        return switch (store) {
            case MONGO -> mongo;
            case ELASTIC -> elastic;
            case REDIS -> redis;
            case FILES -> throw new IllegalArgumentException("Files are reached without a server");
        };
    }

    @Override
    public void close() {
        mongo.close();
        elastic.close();
        redis.close();
    }

    private static String withShortSearch(String uri) {
        if (uri.contains("?")) {
            return uri + "&" + SHORT_SEARCH;
        }
        return uri + (uri.endsWith("/") ? "?" : "/?") + SHORT_SEARCH;
    }
}
