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
                            "%s %ss that the tenant made public go too; other tenants see them today."
                                    .formatted(
                                            ids.size() == PUBLIC_LIMIT
                                                    ? "At least " + PUBLIC_LIMIT
                                                    : ids.size(),
                                            name)));
            long users =
                    count(
                            "task",
                            and(
                                    nin("company", Arrays.asList(id.value(), "", null)),
                                    usedBy(name, ids)));
            if (users > 0) {
                findings.add(
                        new Finding.Warning(
                                "%d tasks of other tenants refer to these %ss and keep a reference to nothing."
                                        .formatted(users, name)));
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
                            "%d users of other tenants hold credentials for this one; the credentials go, the users stay."
                                    .formatted(guests)));
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
                                "User '%s' (%s) of this tenant holds %d credentials for other tenants; they go with the user."
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
                                "%d documents name the tenant in %s and another owner elsewhere"
                                        .formatted(disputed, field)));
            }
        }
        return findings;
    }

    private long count(String collection, Bson filter) {
        return databases.backend().getCollection(collection).countDocuments(filter);
    }
}
