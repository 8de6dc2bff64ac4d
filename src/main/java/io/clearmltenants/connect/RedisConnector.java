package io.clearmltenants.connect;

import io.clearmltenants.connect.Server.RedisDatabase;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.ssl.SSLParameters;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Makes clients for Redis. */
record RedisConnector(Trust trust, HostNames names) {
    private static final int CONNECT_MILLISECONDS = 10_000;
    private static final int ANSWER_MILLISECONDS = 60_000;

    /**
     * @throws ConnectFailure if no node of a cluster answers, which its client asks at once
     */
    UnifiedJedis connect(RedisDatabase database) {
        HostAndPort node = new HostAndPort(database.host().value(), database.port());
        if (!database.cluster()) {
            return new JedisPooled(node, settings(database));
        }
        try {
            return new JedisCluster(Set.of(node), settings(database));
        } catch (JedisException unreachable) {
            throw TlsFailure.of("Redis", unreachable)
                    .orElseGet(() -> silent(node, database, unreachable));
        }
    }

    private static ConnectFailure silent(
            HostAndPort node, RedisDatabase database, JedisException unreachable) {
        return new ConnectFailure(
                "The Redis cluster at %s (%s) does not answer as one; check that it runs and accepts this user, or give another address with --redis."
                        .formatted(node, database.host().origin().label()),
                unreachable);
    }

    /** No protocol is set on purpose: naming one sends HELLO, which Redis 5 does not know. */
    private DefaultJedisClientConfig settings(RedisDatabase database) {
        DefaultJedisClientConfig.Builder builder =
                DefaultJedisClientConfig.builder()
                        .connectionTimeoutMillis(CONNECT_MILLISECONDS)
                        .socketTimeoutMillis(ANSWER_MILLISECONDS)
                        .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                        .hostAndPortMapper(this::reached)
                        .database(database.database());
        database.user().ifPresent(user -> builder.user(user.value()));
        database.password().ifPresent(password -> builder.password(password.value().value()));
        if (database.tls()) {
            SSLParameters checked = new SSLParameters();
            // Without this, Java accepts a certificate of another host.
            checked.setEndpointIdentificationAlgorithm("HTTPS");
            builder.ssl(true)
                    .sslSocketFactory(trust.context().getSocketFactory())
                    .sslParameters(checked);
        }
        return builder.build();
    }

    /** A name that is not known stays as it is: the client's own failure names it then. */
    private HostAndPort reached(HostAndPort node) {
        try {
            return new HostAndPort(
                    names.addresses(node.getHost()).getFirst().getHostAddress(), node.getPort());
        } catch (UnknownHostException unknown) {
            return node;
        }
    }
}
