package io.clearmltenants.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.model.Filters;
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
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What a person should know about a tenant's documents: who else is tied to them, and what is not
 * understood.
 */
@ApplicationScoped
class MongoObserver implements Observer {
    /** More public objects than this are not followed one by one into other tenants. */
    private static final int PUBLIC_LIMIT = 1_000;

    private final Databases databases;
    private final TenantCollections collections;

    MongoObserver(Databases databases, TenantCollections collections) {
        this.databases = databases;
        this.collections = collections;
    }

    @Override
    public Store store() {
        return Store.MONGO;
    }

    @Override
    public Stream<Finding> observe(Target target) {
        return MongoFailures.translated(
                () -> {
                    List<Finding> findings = new ArrayList<>();
                    findings.addAll(publicObjects(target.id()));
                    findings.addAll(users(target.id()));
                    collections
                            .concerning(target.id())
                            .filter(
                                    collection ->
                                            collection.knowledge()
                                                    == TenantCollections.Knowledge.UNKNOWN)
                            .forEach(
                                    collection ->
                                            findings.addAll(unknown(collection, target.id())));
                    return findings.stream();
                });
    }

    private List<Finding> publicObjects(TenantId id) {
        List<Finding> findings = new ArrayList<>();
        for (String name : List.of("task", "model", "project")) {
            List<Object> ids = publicIds(name, id);
            if (ids.isEmpty()) {
                continue;
            }
            findings.add(
                    new Finding.Warning(
                            "What the tenant made public goes too, though other tenants see it today: %s%s."
                                    .formatted(
                                            ids.size() == PUBLIC_LIMIT ? "at least " : "",
                                            counted(ids.size(), name))));
            long users =
                    count(
                            "task",
                            and(
                                    nin("company", Arrays.asList(id.value(), "", null)),
                                    usedBy(name, ids)));
            if (users > 0) {
                findings.add(
                        new Finding.Warning(
                                "Other tenants' tasks refer to a %s that the tenant made public, and will refer to nothing: %s."
                                        .formatted(name, counted(users, "task"))));
            }
        }
        return findings;
    }

    private List<Object> publicIds(String collection, TenantId id) {
        return databases
                .backend()
                .getCollection(collection)
                .find(PublicObjectsPhase.filter(id))
                .projection(Projections.include("_id"))
                .limit(PUBLIC_LIMIT)
                .map(document -> document.get("_id"))
                .into(new ArrayList<>());
    }

    /**
     * How a task refers to another object (A/database/model/task/task.py:165; clones:
     * A/bll/task/task_bll.py:311-326).
     */
    private static Bson usedBy(String collection, List<Object> ids) {
        return switch (collection) {
            case "task" -> in("parent", ids);
            case "model" -> in("models.input.model", ids);
            case "project" -> in("project", ids);
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private List<Finding> users(TenantId id) {
        List<Finding> findings = new ArrayList<>();
        long guests =
                databases
                        .auth()
                        .getCollection("user")
                        .countDocuments(
                                and(
                                        Filters.ne("company", id.value()),
                                        eq("credentials.company", id.value())));
        if (guests > 0) {
            findings.add(
                    new Finding.Warning(
                            "Other tenants' users hold credentials for this one; the credentials go, the users stay: %s."
                                    .formatted(counted(guests, "user"))));
        }
        for (Document user :
                databases
                        .auth()
                        .getCollection("user")
                        .find(eq("company", id.value()))
                        .projection(Projections.include("name", "credentials.company"))) {
            long foreign =
                    user.getList("credentials", Document.class, List.of()).stream()
                            .map(credential -> credential.getString("company"))
                            .filter(Objects::nonNull)
                            .filter(company -> !company.equals(id.value()))
                            .count();
            if (foreign > 0) {
                findings.add(
                        new Finding.Warning(
                                "User '%s' (%s) of this tenant holds credentials for other tenants, which go with the user: %d."
                                        .formatted(
                                                user.getString("name"), user.get("_id"), foreign)));
            }
        }
        return findings;
    }

    private List<Finding> unknown(TenantCollections.Named collection, TenantId id) {
        List<Finding> findings = new ArrayList<>();
        String place = collection.database().of(databases).getName() + "." + collection.name();
        findings.add(
                new Finding.Warning(
                        "Collection %s is not one of the open-source server's; its documents that name the tenant are taken for the tenant's."
                                .formatted(place)));
        if (!collection.plain()) {
            findings.add(
                    new Finding.Kept(
                            Store.MONGO,
                            place,
                            "a time series collection names the tenant; its documents cannot be deleted by id"));
        }
        for (String field : Ownership.FIELDS) {
            long disputed =
                    collection
                            .database()
                            .of(databases)
                            .getCollection(collection.name())
                            .countDocuments(Ownership.DISPUTED.filter(field, id));
            if (disputed > 0) {
                findings.add(
                        new Finding.Kept(
                                Store.MONGO,
                                place + " (" + field + ")",
                                "named in %s, but another owner elsewhere: %s"
                                        .formatted(field, counted(disputed, "document"))));
            }
        }
        return findings;
    }

    private static String counted(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    private long count(String collection, Bson filter) {
        return databases.backend().getCollection(collection).countDocuments(filter);
    }
}
