package io.clearmltenants.connect;

import com.mongodb.client.MongoClient;
import io.clearmltenants.connect.Server.ElasticCluster;
import io.clearmltenants.connect.Server.RedisDatabase;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elasticsearch.client.RestClient;
import redis.clients.jedis.UnifiedJedis;

/** The clients of one command, each created when it is first asked for and closed at the end. */
@ApplicationScoped
public class Connections implements AutoCloseable {
    private final Provider<ServerFlags> flags;
    private final Provider<Site> site;
    private final Sites sites;

    private final Map<MongoUri, MongoClient> mongo = new HashMap<>();
    private final Map<List<Object>, RestClient> elastic = new HashMap<>();
    private final Map<List<Object>, UnifiedJedis> redis = new HashMap<>();
    private Reach reach;
    private Server server;

    Connections(Provider<ServerFlags> flags, Provider<Site> site, Sites sites) {
        this.flags = flags;
        this.site = site;
        this.sites = sites;
    }

    /**
     * How the installation is reached; opened once.
     *
     * @throws ConnectFailure if it cannot be reached
     * @throws UnclearSite if there are several and none was named
     */
    public synchronized Reach reach() {
        if (reach == null) {
            reach = sites.open(site.get());
        }
        return reach;
    }

    /**
     * Where everything is; resolved once.
     *
     * @throws ConfigurationFailure if something that was said makes no sense
     */
    public synchronized Server server() {
        if (server == null) {
            new Trust(Optional.empty(), flags.get().caFile()).check();
            server = new ServerConfig(flags.get(), reach()).resolve();
        }
        return server;
    }

    /** A client for the database that holds companies and tasks. */
    public MongoClient mongoBackend() {
        return mongo(server().mongoBackend());
    }

    /** A client for the database that holds logins; the same client if both are on one server. */
    public MongoClient mongoAuth() {
        return mongo(server().mongoAuth());
    }

    /**
     * A client for an Elasticsearch cluster by its name in the configuration ("events", "workers");
     * the same client if several names mean one cluster.
     *
     * @throws ConfigurationFailure if the configuration has no such cluster
     */
    public synchronized RestClient elastic(String cluster) {
        ElasticCluster found = named(cluster, "Elasticsearch cluster", server().elastic());
        List<Object> same =
                List.of(
                        found.hosts().value(),
                        found.user().map(Setting::value),
                        found.password().map(Setting::value),
                        found.verifyCertificates());
        return elastic.computeIfAbsent(
                same, key -> new ElasticConnector(trust(), reach().names()).connect(found));
    }

    /**
     * A client for a Redis database by its alias in the configuration ("apiserver", "workers",
     * "fileserver"); the same client if several aliases mean one database.
     *
     * @throws ConfigurationFailure if the configuration has no such alias
     * @throws ConnectFailure if a cluster does not answer
     */
    public synchronized UnifiedJedis redis(String alias) {
        RedisDatabase found = named(alias, "Redis database", server().redis());
        List<Object> same =
                List.of(
                        found.host().value(),
                        found.port(),
                        found.database(),
                        found.user().map(Setting::value),
                        found.password().map(Setting::value),
                        found.tls(),
                        found.cluster());
        return redis.computeIfAbsent(
                same, key -> new RedisConnector(trust(), reach().names()).connect(found));
    }

    /** Closes every client that was created, then what was made to reach the servers. */
    @PreDestroy
    @Override
    public synchronized void close() {
        try {
            mongo.values().forEach(MongoClient::close);
            redis.values().forEach(UnifiedJedis::close);
            for (RestClient client : elastic.values()) {
                client.close();
            }
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        } finally {
            if (reach != null) {
                reach.close();
            }
        }
    }

    private synchronized MongoClient mongo(Setting<String> address) {
        MongoUri uri = MongoUri.parse(address.value()).orElseThrow().withDatabase("");
        if (address.origin().kind() == Origin.Kind.DEFAULT && reach() instanceof LocalReach) {
            new BuiltInAddress(uri.hosts(), address.origin(), sites::lookedAt).check();
        }
        return mongo.computeIfAbsent(
                uri, key -> new MongoConnector(trust(), reach().names()).connect(address));
    }

    /** Of this machine, wherever the servers are: it is this program that has to believe them. */
    private Trust trust() {
        return Trust.of(
                new Environment(System.getenv()),
                Path.of("/"),
                server().caFile().map(Setting::value));
    }

    private static <T> T named(String name, String what, Map<String, T> all) {
        T found = all.get(name);
        if (found == null) {
            throw new ConfigurationFailure(
                    "The configuration has no %s '%s'; it has %s."
                            .formatted(what, name, String.join(", ", all.keySet())));
        }
        return found;
    }
}
