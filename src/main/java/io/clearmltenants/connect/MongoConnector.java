package io.clearmltenants.connect;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** Makes clients for MongoDB. */
record MongoConnector(Trust trust, HostNames names) {
    private static final int CONNECT_SECONDS = 10;
    private static final int SELECTION_SECONDS = 15;

    /** Longer than any one command of ours takes; a server that died is noticed at last. */
    private static final int ANSWER_SECONDS = 300;

    MongoClient connect(Setting<String> address) {
        try {
            return MongoClients.create(settings(address.value()));
        } catch (MongoException | IllegalArgumentException wrong) {
            // Reached by "mongodb+srv" alone: the other form was checked when it was resolved.
            throw new ConnectFailure(
                    "The MongoDB address from %s cannot be used; check that its host has the SRV and TXT records that mongodb+srv needs."
                            .formatted(address.origin().label()),
                    wrong);
        }
    }

    /**
     * Reads go to the primary, whatever the address says: a member that lags would show a tenant
     * that is gone, or hide one that is not.
     */
    private MongoClientSettings settings(String address) {
        ConnectionString parsed = new ConnectionString(address);
        MongoClientSettings.Builder builder =
                MongoClientSettings.builder()
                        .applicationName("clearml-tenants")
                        .applyToSocketSettings(
                                socket ->
                                        socket.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                                                .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
                        .applyToClusterSettings(
                                cluster ->
                                        cluster.serverSelectionTimeout(
                                                SELECTION_SECONDS, TimeUnit.SECONDS))
                        .applyConnectionString(parsed)
                        .inetAddressResolver(names::addresses)
                        .readPreference(ReadPreference.primary())
                        .writeConcern(WriteConcern.MAJORITY)
                        .retryWrites(true);
        if (Boolean.TRUE.equals(parsed.getSslEnabled())) {
            builder.applyToSslSettings(tls -> tls.context(context(address)));
        }
        return builder.build();
    }

    private SSLContext context(String address) {
        boolean unchecked =
                MongoUri.parse(address).stream()
                        .flatMap(
                                uri ->
                                        Stream.of("tlsInsecure", "tlsAllowInvalidCertificates")
                                                .flatMap(name -> uri.option(name).stream()))
                        .anyMatch("true"::equals);
        return unchecked ? Trust.everyone() : trust.context();
    }
}
