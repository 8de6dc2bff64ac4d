package io.clearmltenants.mongo;

import com.mongodb.client.model.Projections;
import io.clearmltenants.connect.Connections;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Observer;
import io.clearmltenants.phase.Store;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Counts the URLs that the tenant's tasks and models point to, by place: what lies outside is not
 * erased.
 */
@ApplicationScoped
class UrlsObserver implements Observer {
    private final Databases databases;
    private final Connections connections;

    UrlsObserver(Databases databases, Connections connections) {
        this.databases = databases;
        this.connections = connections;
    }

    @Override
    public Store store() {
        return Store.MONGO;
    }

    @Override
    public Stream<Finding> observe(Target target) {
        return MongoFailures.translated(() -> count(target.id())).entrySet().stream()
                .map(UrlsObserver::warning);
    }

    private Map<UrlPlace, Long> count(TenantId id) {
        Map<UrlPlace, Long> places = new TreeMap<>();
        Bson owned = Ownership.OWNED.filter(Ownership.COMPANY, id);
        for (String collection : List.of("task", "task__trash")) {
            documents(collection, owned, "execution.artifacts")
                    .forEach(task -> artifacts(task, places));
        }
        documents("model", owned, "uri").forEach(model -> add(model.get("uri"), places));
        return places;
    }

    private Iterable<Document> documents(String collection, Bson owned, String field) {
        return databases
                .backend()
                .getCollection(collection)
                .find(owned)
                .projection(Projections.include(field));
    }

    /**
     * Artifacts of mode "input" are somebody else's (facts on A/database/model/task/task.py);
     * before 0.16.2 they were a list.
     */
    private void artifacts(Document task, Map<UrlPlace, Long> places) {
        Object artifacts = task.get("execution", new Document()).get("artifacts");
        Iterable<?> all =
                artifacts instanceof Document map
                        ? map.values()
                        : artifacts instanceof List<?> list ? list : List.of();
        for (Object artifact : all) {
            if (artifact instanceof Document fields && !"input".equals(fields.get("mode"))) {
                add(fields.get("uri"), places);
            }
        }
    }

    private void add(Object url, Map<UrlPlace, Long> places) {
        if (url instanceof String text && !text.isBlank()) {
            places.merge(
                    UrlPlace.of(text, connections.server().fileHosts().keySet()), 1L, Long::sum);
        }
    }

    private static Finding warning(Map.Entry<UrlPlace, Long> place) {
        return new Finding.Warning(place.getKey().sentence(Counted.of(place.getValue(), "URL")));
    }
}
