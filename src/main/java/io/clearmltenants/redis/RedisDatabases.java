package io.clearmltenants.redis;

import io.clearmltenants.connect.Connections;
import io.clearmltenants.connect.Server.RedisDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import redis.clients.jedis.UnifiedJedis;

/** The Redis databases of one installation, each opened when it is first asked for. */
@ApplicationScoped
class RedisDatabases {
    /** Caches, queue metrics, scroll states (A/config/default/hosts.conf:34-45). */
    static final String APISERVER = "apiserver";

    /** Agents and serving containers (the same file). */
    static final String WORKERS = "workers";

    /** Checked tokens (F/config/default/hosts.conf:7). */
    static final String FILESERVER = "fileserver";

    private static final List<String> ALIASES = List.of(APISERVER, WORKERS, FILESERVER);

    private final Function<String, KeySpace> opener;

    @Inject
    RedisDatabases(Connections connections) {
        this(alias -> open(connections, alias));
    }

    RedisDatabases(Function<String, KeySpace> opener) {
        this.opener = opener;
    }

    /** The database that an alias of the configuration means. */
    KeySpace space(String alias) {
        return opener.apply(alias);
    }

    /** Every database once, also if several aliases mean the same. */
    List<KeySpace> distinct() {
        Map<String, KeySpace> spaces = new LinkedHashMap<>();
        ALIASES.stream()
                .map(this::space)
                .forEach(space -> spaces.putIfAbsent(space.place(), space));
        return List.copyOf(spaces.values());
    }

    private static KeySpace open(Connections connections, String alias) {
        UnifiedJedis client = connections.redis(alias);
        RedisDatabase database = connections.server().redis().get(alias);
        String number = database.cluster() ? "cluster" : "db " + database.database();
        return new KeySpace(
                alias,
                alias + " (" + number + ")",
                database.host().value() + ":" + database.port() + " " + number,
                client);
    }
}
