package io.clearmltenants.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * The collections of this server whose documents may belong to a tenant: the {@link
 * KnownCollection}s that are there, and all others.
 */
@ApplicationScoped
class TenantCollections {
    /**
     * Collections that are tied to no tenant (A/database/model/settings.py:14, version.py:7), and
     * our own lock.
     */
    private static final Set<String> UNTIED =
            Set.of("settings", "versions", TenantLease.COLLECTION);

    private final Databases databases;

    TenantCollections(Databases databases) {
        this.databases = databases;
    }

    /**
     * @param database which database
     * @param name the collection's name
     * @param plain false for time series
     */
    record Named(Role database, String name, boolean plain) {

        /** What the open-source server keeps there; empty for a collection of unknown shape. */
        Optional<KnownCollection> known() {
            return KnownCollection.of(database, name);
        }
    }

    /**
     * Those of unknown shape of which a document names the tenant, so that the many questions about
     * its fields are asked only where they matter.
     */
    Stream<Named> unknown(TenantId id) {
        return list().stream()
                .filter(collection -> collection.known().isEmpty())
                .filter(collection -> mentions(collection, id));
    }

    /**
     * All of them, in both databases; views are left out, since their documents are listed where
     * they live.
     */
    List<Named> list() {
        return MongoFailures.translated(
                () -> {
                    List<Named> found = new ArrayList<>(listed(Role.BACKEND));
                    if (!databases.auth().getName().equals(databases.backend().getName())) {
                        found.addAll(listed(Role.AUTH));
                    }
                    return found;
                });
    }

    private boolean mentions(Named collection, TenantId id) {
        return MongoFailures.translated(
                () ->
                        collection
                                        .database()
                                        .of(databases)
                                        .getCollection(collection.name())
                                        .find(Ownership.anyMention(id))
                                        .projection(Projections.include("_id"))
                                        .first()
                                != null);
    }

    private List<Named> listed(Role role) {
        MongoDatabase database = role.of(databases);
        List<Named> found = new ArrayList<>();
        for (Document collection : database.listCollections()) {
            String name = collection.getString("name");
            String type = collection.getString("type");
            if (!UNTIED.contains(name) && !name.startsWith("system.") && !"view".equals(type)) {
                found.add(new Named(role, name, !"timeseries".equals(type)));
            }
        }
        return found;
    }
}
