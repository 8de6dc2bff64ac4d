package io.clearmltenants.connect;

import io.clearmltenants.connect.Server.ElasticCluster;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.config.Registry;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.ssl.DefaultHostnameVerifier;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.impl.nio.conn.PoolingNHttpClientConnectionManager;
import org.apache.http.impl.nio.reactor.DefaultConnectingIOReactor;
import org.apache.http.impl.nio.reactor.IOReactorConfig;
import org.apache.http.message.BasicHeader;
import org.apache.http.nio.conn.NoopIOSessionStrategy;
import org.apache.http.nio.conn.SchemeIOSessionStrategy;
import org.apache.http.nio.conn.ssl.SSLIOSessionStrategy;
import org.apache.http.nio.reactor.IOReactorException;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/** Makes clients for Elasticsearch. */
record ElasticConnector(Trust trust, HostNames names) {
    private static final int CONNECT_MILLISECONDS = 10_000;

    /** Deleting twenty large indices takes longer than a search. */
    private static final int ANSWER_MILLISECONDS = 120_000;

    RestClient connect(ElasticCluster cluster) {
        HttpHost[] hosts =
                cluster.hosts().value().stream().map(HttpHost::create).toArray(HttpHost[]::new);
        RestClientBuilder builder =
                RestClient.builder(hosts)
                        .setRequestConfigCallback(
                                request ->
                                        request.setConnectTimeout(CONNECT_MILLISECONDS)
                                                .setSocketTimeout(ANSWER_MILLISECONDS))
                        .setHttpClientConfigCallback(
                                client -> client.setConnectionManager(connections(cluster)));
        cluster.user()
                .ifPresent(
                        user ->
                                builder.setDefaultHeaders(
                                        new Header[] {
                                            login(
                                                    user.value(),
                                                    cluster.password().orElseThrow().value())
                                        }));
        return builder.build();
    }

    /** As the client would make them itself, but for how hosts are found and whom TLS believes. */
    private PoolingNHttpClientConnectionManager connections(ElasticCluster cluster) {
        try {
            PoolingNHttpClientConnectionManager connections =
                    new PoolingNHttpClientConnectionManager(
                            new DefaultConnectingIOReactor(IOReactorConfig.DEFAULT),
                            null,
                            strategies(cluster),
                            host -> names.addresses(host).toArray(InetAddress[]::new));
            connections.setDefaultMaxPerRoute(RestClientBuilder.DEFAULT_MAX_CONN_PER_ROUTE);
            connections.setMaxTotal(RestClientBuilder.DEFAULT_MAX_CONN_TOTAL);
            return connections;
        } catch (IOReactorException impossible) {
            throw new ConnectFailure(
                    "No connection to Elasticsearch can be opened on this machine; check its limit of open files.",
                    impossible);
        }
    }

    private Registry<SchemeIOSessionStrategy> strategies(ElasticCluster cluster) {
        RegistryBuilder<SchemeIOSessionStrategy> strategies =
                RegistryBuilder.<SchemeIOSessionStrategy>create()
                        .register("http", NoopIOSessionStrategy.INSTANCE);
        if (cluster.hosts().value().stream().anyMatch(url -> url.startsWith("https://"))) {
            strategies.register("https", tls(cluster));
        }
        return strategies.build();
    }

    private SSLIOSessionStrategy tls(ElasticCluster cluster) {
        return cluster.verifyCertificates()
                ? new SSLIOSessionStrategy(trust.context(), new DefaultHostnameVerifier())
                : new SSLIOSessionStrategy(Trust.everyone(), NoopHostnameVerifier.INSTANCE);
    }

    /** The HTTP client's own basic authentication cannot send a password outside ASCII. */
    private static Header login(String user, Secret password) {
        byte[] plain = (user + ":" + password.value()).getBytes(StandardCharsets.UTF_8);
        return new BasicHeader(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(plain));
    }
}
