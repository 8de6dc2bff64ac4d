package io.clearmltenants.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The two databases of a test's server. */
final class TestDatabases extends Databases {
    static final Target TENANT =
            new Target(
                    new Tenant(new TenantId("abc"), Optional.of("acme")),
                    Set.of("xyz"),
                    kind -> Stream.empty());

    private final MongoClient client;

    TestDatabases(MongoClient client) {
        super(null);
        this.client = client;
    }

    @Override
    public MongoDatabase backend() {
        return client.getDatabase("backend");
    }

    @Override
    public MongoDatabase auth() {
        return client.getDatabase("auth");
    }
}
