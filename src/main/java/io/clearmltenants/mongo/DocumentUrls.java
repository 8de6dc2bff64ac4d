package io.clearmltenants.mongo;

import com.mongodb.client.model.Projections;
import io.clearmltenants.phase.FileUrls;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The URLs of artifacts and models of a tenant's tasks, trashed tasks and models. */
@ApplicationScoped
class DocumentUrls implements FileUrls {
    private final Databases databases;

    DocumentUrls(Databases databases) {
        this.databases = databases;
    }

    @Override
    public <T> T read(Target target, Function<Stream<String>, T> reader) {
        try (Stream<String> urls = of(target)) {
            return reader.apply(urls);
        }
    }

    private Stream<String> of(Target target) {
        Bson owned = Ownership.OWNED.filter(Ownership.COMPANY, target.id());
        Stream<Object> artifacts =
                Stream.of(KnownCollection.TASK, KnownCollection.TRASHED_TASK)
                        .flatMap(tasks -> documents(tasks, owned, "execution.artifacts"))
                        .flatMap(DocumentUrls::artifacts);
        Stream<Object> models =
                documents(KnownCollection.MODEL, owned, "uri").map(model -> model.get("uri"));
        return Stream.concat(artifacts, models)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(url -> !url.isBlank());
    }

    private Stream<Document> documents(KnownCollection collection, Bson owned, String field) {
        return DocumentStream.of(
                () ->
                        collection
                                .in(databases)
                                .find(owned)
                                .batchSize(DocumentStream.BATCH)
                                .projection(Projections.include(field))
                                .cursor());
    }

    /**
     * Artifacts of mode "input" are somebody else's (facts on A/database/model/task/task.py);
     * before 0.16.2 they were a list.
     */
    private static Stream<Object> artifacts(Document task) {
        Object artifacts = task.get("execution", new Document()).get("artifacts");
        Stream<?> all =
                switch (artifacts) {
                    case Document map -> map.values().stream();
                    case List<?> list -> list.stream();
                    case null, default -> Stream.empty();
                };
        return all.filter(Document.class::isInstance)
                .map(Document.class::cast)
                .filter(artifact -> !"input".equals(artifact.get("mode")))
                .map(artifact -> artifact.get("uri"));
    }
}
