package io.clearmltenants.demo;

import com.mongodb.client.MongoCollection;
import io.clearmltenants.fixture.Belongings;
import io.clearmltenants.fixture.Clients;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.RealTenant;
import io.clearmltenants.fixture.Size;
import io.clearmltenants.fixture.TenantFixture;
import io.clearmltenants.fixture.World;
import java.util.Set;
import org.bson.Document;

/**
 * Three tenants as a real server stored them: the one that goes, one whose id begins with the same
 * characters, and one that has nothing to do with it.
 */
final class DemoTenants {
    static final String ID = World.VICTIM;
    static final String NAME = World.VICTIM_NAME;
    private static final String OTHER = "0b5e55ed0b5e55ed0b5e55ed0b5e55ed";

    private DemoTenants() {}

    /** Makes them, and gives what proves afterwards that one is gone and the others are not. */
    static Proof make(Clients clients) {
        MongoCollection<Document> settings =
                clients.mongo().getDatabase("backend").getCollection("settings");
        settings.insertOne(
                new Document("_id", "server.uuid")
                        .append("value", "de300000-0000-4000-8000-000000000000"));
        Belongings belongings = RealTenant.load(clients, ID, NAME);
        RealTenant.load(clients, World.DIGIT_TWIN, "acme labs");
        RealTenant.load(clients, OTHER, "observatory");
        return Proof.before(
                new World(
                        clients,
                        new TenantFixture(ID, NAME, Size.SMALL),
                        new TenantFixture(OTHER, "observatory", Size.SMALL),
                        Set.of(World.DIGIT_TWIN, OTHER),
                        belongings));
    }
}
