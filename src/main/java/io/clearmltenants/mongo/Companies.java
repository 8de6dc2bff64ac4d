package io.clearmltenants.mongo;

import com.mongodb.client.model.Projections;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** The companies of a server, as the collection "company" of the database "backend" lists them. */
@ApplicationScoped
public class Companies {
    private final Databases databases;

    Companies(Databases databases) {
        this.databases = databases;
    }

    /** The company whose {@code _id} is exactly this, if there is one. */
    public Optional<Tenant> find(TenantId id) {
        return Optional.ofNullable(names().get(id.value()))
                .map(name -> new Tenant(id, Optional.of(name)));
    }

    /** Name of every company by its id, in the order of the server. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        MongoFailures.translated(
                () -> {
                    for (Document company : all()) {
                        names.put(
                                String.valueOf(company.get("_id")),
                                String.valueOf(company.get("name")));
                    }
                    return names;
                });
        return names;
    }

    private List<Document> all() {
        return databases
                .backend()
                .getCollection("company")
                .find()
                .projection(Projections.include("name"))
                .into(new ArrayList<>());
    }
}
