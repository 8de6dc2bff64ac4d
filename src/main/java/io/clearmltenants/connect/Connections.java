package io.clearmltenants.connect;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.UnifiedJedis;

/** The clients of one command, each created when it is first asked for and closed at the end. */
@ApplicationScoped
public class Connections {
    private final Provider<ServerFlags> flags;
    private Server server;
    private MongoClient mongo;

    public Connections(Provider<ServerFlags> flags) {
        this.flags = flags;
    }

    public synchronized Server server() {
        if (server == null) {
            server = ServerConfig.resolve(flags.get());
        }
        return server;
    }

    public synchronized MongoClient mongoBackend() {
        if (mongo == null) {
            mongo = MongoClients.create(server().mongoBackend().value());
        }
        return mongo;
    }

    public MongoClient mongoAuth() {
        return mongoBackend();
    }

    public RestClient elastic(String cluster) {
        return RestClient.builder(
                        HttpHost.create(server().elastic().get(cluster).hosts().value().getFirst()))
                .build();
    }

    public UnifiedJedis redis(String alias) {
        var db = server().redis().get(alias);
        return new JedisPooled(
                new HostAndPort(db.host().value(), db.port()),
                DefaultJedisClientConfig.builder().database(db.database()).build());
    }
}
