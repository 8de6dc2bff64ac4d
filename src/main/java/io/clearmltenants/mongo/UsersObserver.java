package io.clearmltenants.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Observer;
import io.clearmltenants.phase.Store;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Warns of people who belong to two tenants: an Enterprise login may hold credentials for several.
 */
@ApplicationScoped
class UsersObserver implements Observer {
    private static final int SHOWN = 20;

    private final Databases databases;

    UsersObserver(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Store store() {
        return Store.MONGO;
    }

    @Override
    public Stream<Finding> observe(Target target) {
        return MongoFailures.translated(
                () -> {
                    List<Finding> findings = new ArrayList<>(guests(target.id()));
                    findings.addAll(membersElsewhere(target.id()));
                    return findings.stream();
                });
    }

    private List<Finding> guests(TenantId id) {
        long guests =
                logins().countDocuments(
                                and(
                                        ne("company", id.value()),
                                        eq("credentials.company", id.value())));
        return guests == 0
                ? List.of()
                : List.of(
                        new Finding.Warning(
                                "Other tenants have %s with credentials for this one; the credentials go, the users stay."
                                        .formatted(Counted.of(guests, "user"))));
    }

    private List<Finding> membersElsewhere(TenantId id) {
        return logins().find(
                        and(
                                eq("company", id.value()),
                                elemMatch(
                                        "credentials",
                                        nin("company", Arrays.asList(id.value(), null)))))
                .projection(Projections.include("name"))
                .limit(SHOWN)
                .map(UsersObserver::warning)
                .into(new ArrayList<>());
    }

    private static Finding warning(Document user) {
        return new Finding.Warning(
                "User '%s' (%s) of this tenant holds credentials for other tenants, which go with the user."
                        .formatted(user.getString("name"), user.get("_id")));
    }

    private MongoCollection<Document> logins() {
        return KnownCollection.LOGIN.in(databases);
    }
}
