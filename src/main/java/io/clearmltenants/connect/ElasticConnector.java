package io.clearmltenants.connect;

import io.clearmltenants.connect.Server.ElasticCluster;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.impl.nio.client.HttpAsyncClientBuilder;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/** Makes clients for Elasticsearch. */
record ElasticConnector(Trust trust) {
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
                        .setHttpClientConfigCallback(client -> withTls(client, cluster));
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

    private HttpAsyncClientBuilder withTls(HttpAsyncClientBuilder client, ElasticCluster cluster) {
        if (cluster.hosts().value().stream().noneMatch(url -> url.startsWith("https://"))) {
            return client;
        }
        if (!cluster.verifyCertificates()) {
            client.setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE);
        }
        SSLContext context = cluster.verifyCertificates() ? trust.context() : Trust.everyone();
        return client.setSSLContext(context);
    }

    /** The HTTP client's own basic authentication cannot send a password outside ASCII. */
    private static Header login(String user, Secret password) {
        byte[] plain = (user + ":" + password.value()).getBytes(StandardCharsets.UTF_8);
        return new BasicHeader(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(plain));
    }
}
