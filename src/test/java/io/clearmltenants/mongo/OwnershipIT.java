package io.clearmltenants.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.Servers;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class OwnershipIT {
    private static final TenantId OURS = new TenantId("abc");
    private static MongoClient client;

    private MongoCollection<Document> documents;

    @BeforeAll
    static void start(MongoServer server) {
        client = server.connect();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @BeforeEach
    void empty() {
        documents = client.getDatabase("backend").getCollection("anything");
        documents.drop();
    }

    @Test
    void aDocumentWhoseCompanyIsTheTenantIsOwned() {
        given("ours", new Document("company", "abc"));
        given("theirs", new Document("company", "abc2"));
        given("public", new Document("company", ""));
        given("nobody's", new Document());

        assertThat(selected(Ownership.OWNED, "company")).containsExactly("ours");
    }

    @Test
    void idsAreComparedWithTheirCase() {
        given("twin", new Document("company", "ABC"));

        assertThat(selected(Ownership.OWNED, "company")).isEmpty();
    }

    @Test
    void aListThatNamesTheTenantAmongOthersIsNotOwned() {
        given("shared", new Document("company", List.of("abc", "xyz")));

        assertThat(selected(Ownership.OWNED, "company")).isEmpty();
        assertThat(selected(Ownership.LISTED_ALONE, "company")).isEmpty();
        assertThat(selected(Ownership.LISTED, "company")).containsExactly("shared");
    }

    @Test
    void aListThatNamesTheTenantAloneIsItsOwn() {
        given("alone", new Document("tenants", List.of("abc")));

        assertThat(selected(Ownership.LISTED_ALONE, "tenants")).containsExactly("alone");
        assertThat(selected(Ownership.LISTED, "tenants")).isEmpty();
    }

    @Test
    void anothersDocumentThatListsTheTenantAloneStaysAnothers() {
        given("another's", new Document("company", "xyz").append("tenants", List.of("abc")));

        assertThat(selected(Ownership.LISTED_ALONE, "tenants")).isEmpty();
        assertThat(selected(Ownership.LISTED, "tenants")).containsExactly("another's");
    }

    @Test
    void aDocumentThatNamesTwoOwnersIsDisputedAndNobodys() {
        given("disputed", new Document("company", "xyz").append("tenant_id", "abc"));

        assertThat(selected(Ownership.OWNED, "tenant_id")).isEmpty();
        assertThat(selected(Ownership.DISPUTED, "tenant_id")).containsExactly("disputed");
    }

    @Test
    void aDocumentThatNamesTheTenantTwiceIsCountedOnce() {
        given(
                "twice",
                new Document("company", "abc")
                        .append("tenant_id", "abc")
                        .append("tenants", List.of("abc")));

        List<String> all = new ArrayList<>();
        for (String field : Ownership.FIELDS) {
            all.addAll(selected(Ownership.OWNED, field));
            all.addAll(selected(Ownership.LISTED_ALONE, field));
            all.addAll(selected(Ownership.LISTED, field));
            all.addAll(selected(Ownership.DISPUTED, field));
        }
        assertThat(all).containsExactly("twice");
    }

    @Test
    void byOtherFieldsThanCompanyADocumentIsTheTenantsOnTheUsersWordOnly() {
        given("by company", new Document("company", "abc"));
        given("by company among others", new Document("company", List.of("abc", "xyz")));
        given("by tenant_id", new Document("tenant_id", "abc"));
        given("by tenants", new Document("tenants", List.of("abc")));
        given("by tenants among others", new Document("tenants", List.of("abc", "xyz")));
        given("another's", new Document("company", "xyz").append("tenant_id", "abc"));

        assertThat(reached(false)).containsExactly("by company", "by company among others");
        assertThat(reached(true))
                .containsExactly(
                        "by company",
                        "by company among others",
                        "by tenant_id",
                        "by tenants",
                        "by tenants among others");
    }

    private Set<String> reached(boolean unknownCollections) {
        Tenant tenant = new Tenant(OURS, Optional.of("acme"));
        Target target = new Target(tenant, Set.of(), kind -> Stream.empty(), unknownCollections);
        Set<String> reached = new TreeSet<>();
        for (String field : Ownership.fields(target)) {
            reached.addAll(ids(Ownership.anyFate(field, OURS)));
        }
        return reached;
    }

    @Test
    void everyDocumentThatMentionsTheTenantHasExactlyOneFate() {
        List<Object> values =
                new ArrayList<>(
                        List.of(
                                "abc",
                                "xyz",
                                "",
                                List.of("abc"),
                                List.of("abc", "xyz"),
                                List.of("xyz"),
                                List.of()));
        values.add(null);
        int number = 0;
        for (Object company : values) {
            for (Object tenants : values) {
                for (Object tenantId : values) {
                    given(
                            "d" + number++,
                            new Document("company", company)
                                    .append("tenants", tenants)
                                    .append("tenant_id", tenantId));
                }
            }
        }

        Set<String> owned = new TreeSet<>();
        for (String field : Ownership.FIELDS) {
            for (Ownership fate : List.of(Ownership.OWNED, Ownership.LISTED_ALONE)) {
                selected(fate, field)
                        .forEach(
                                id ->
                                        assertThat(owned.add(id))
                                                .as(id + " is owned twice")
                                                .isTrue());
            }
        }
        Set<String> others = new TreeSet<>();
        for (String field : Ownership.FIELDS) {
            others.addAll(selected(Ownership.LISTED, field));
            others.addAll(selected(Ownership.DISPUTED, field));
        }
        assertThat(owned).doesNotContainAnyElementsOf(others);
        Set<String> mentioned = new TreeSet<>(owned);
        mentioned.addAll(others);
        assertThat(mentioned).isEqualTo(ids(Ownership.anyMention(OURS)));
    }

    private void given(String id, Document fields) {
        documents.insertOne(
                new Document("_id", id)
                        .append("other", 1)
                        .append("company", fields.get("company"))
                        .append("tenants", fields.get("tenants"))
                        .append("tenant_id", fields.get("tenant_id")));
    }

    private List<String> selected(Ownership fate, String field) {
        return new ArrayList<>(ids(fate.filter(field, OURS)));
    }

    private Set<String> ids(org.bson.conversions.Bson filter) {
        return documents
                .find(filter)
                .map(document -> document.getString("_id"))
                .into(new TreeSet<>());
    }
}
