package io.clearmltenants.connect;

import com.mongodb.client.MongoClient;
import jakarta.enterprise.context.ApplicationScoped;
import org.elasticsearch.client.RestClient;
import redis.clients.jedis.UnifiedJedis;

/** The clients of one command, each created when it is first asked for and closed at the end. */
@ApplicationScoped
public class Connections {

    /** Where everything is; resolved once. */
    public Server server() {
        throw new UnsupportedOperationException();
    }

    /** A client for the database that holds companies and tasks. */
    public MongoClient mongoBackend() {
        throw new UnsupportedOperationException();
    }

    /**
     * A client for the database that holds logins; the same client where both are on one server.
     */
    public MongoClient mongoAuth() {
        throw new UnsupportedOperationException();
    }

    /**
     * A client for an Elasticsearch cluster by its name in the configuration ("events", "workers").
     */
    public RestClient elastic(String cluster) {
        throw new UnsupportedOperationException(cluster);
    }

    /**
     * A client for a Redis database by its alias in the configuration ("apiserver", "workers",
     * "fileserver").
     */
    public UnifiedJedis redis(String alias) {
        throw new UnsupportedOperationException(alias);
    }
}
