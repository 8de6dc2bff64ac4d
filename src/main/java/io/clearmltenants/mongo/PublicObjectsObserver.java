package io.clearmltenants.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nin;

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
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/** Warns of objects that the tenant made public, and of other tenants' tasks that refer to them. */
@ApplicationScoped
class PublicObjectsObserver implements Observer {
    /** More public objects than this are not followed one by one into other tenants. */
    private static final int MOST = 1_000;

    private final Databases databases;

    PublicObjectsObserver(Databases databases) {
        this.databases = databases;
    }

    /**
     * How a task refers to another object (A/database/model/task/task.py:165; clones:
     * A/bll/task/task_bll.py:311-326).
     */
    private enum Reference {
        TASK(KnownCollection.TASK, "parent"),
        MODEL(KnownCollection.MODEL, "models.input.model"),
        PROJECT(KnownCollection.PROJECT, "project");

        private final KnownCollection collection;
        private final String field;

        Reference(KnownCollection collection, String field) {
            this.collection = collection;
            this.field = field;
        }

        String noun() {
            return collection.collection();
        }
    }

    @Override
    public Store store() {
        return Store.MONGO;
    }

    @Override
    public Stream<Finding> observe(Target target) {
        return MongoFailures.translated(
                () ->
                        Arrays.stream(Reference.values())
                                .flatMap(kind -> warnings(kind, target.id()))
                                .toList()
                                .stream());
    }

    private Stream<Finding> warnings(Reference kind, TenantId id) {
        List<Object> published = published(kind, id);
        if (published.isEmpty()) {
            return Stream.empty();
        }
        String count =
                (published.size() == MOST ? "at least " : "")
                        + Counted.of(published.size(), kind.noun());
        Finding made =
                new Finding.Warning(
                        "The tenant made public "
                                + count
                                + ", which other tenants see today; they go too.");
        return Stream.concat(Stream.of(made), referring(kind, id, published).stream());
    }

    private Optional<Finding> referring(Reference kind, TenantId id, List<Object> published) {
        Bson others =
                and(nin("company", Arrays.asList(id.value(), "", null)), in(kind.field, published));
        long tasks = KnownCollection.TASK.in(databases).countDocuments(others);
        return tasks == 0
                ? Optional.empty()
                : Optional.of(
                        new Finding.Warning(
                                "Other tenants have %s referring to such a %s, and then to nothing."
                                        .formatted(Counted.of(tasks, "task"), kind.noun())));
    }

    private List<Object> published(Reference kind, TenantId id) {
        return kind.collection
                .in(databases)
                .find(Ownership.published(id))
                .projection(Projections.include("_id"))
                .limit(MOST)
                .map(document -> document.get("_id"))
                .into(new ArrayList<>());
    }
}
