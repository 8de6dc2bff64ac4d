package io.clearmltenants.mongo;

import com.mongodb.client.MongoCollection;
import io.clearmltenants.phase.PhaseName;
import java.util.Arrays;
import java.util.Optional;
import org.bson.Document;

/**
 * The collections whose documents the open-source server ties to a tenant: facts alone. Which of
 * their documents are erased say the {@link DocumentRules}; {@link MongoWitness} asks all of them
 * in its own way.
 */
enum KnownCollection {
    COMPANY(Role.BACKEND, "company", PhaseName.COMPANY),
    /** A/bll/auth/__init__.py:70-110: the same person has the same {@code _id} in both. */
    LOGIN(Role.AUTH, "user", PhaseName.USERS),
    USER(Role.BACKEND, "user", PhaseName.USERS),
    /** A/database/model/queue.py:38. */
    QUEUE(Role.BACKEND, "queue", PhaseName.QUEUES),
    /**
     * Files that the server's own job still has to delete (A/database/model/url_to_delete.py:28).
     */
    URL_TO_DELETE(Role.BACKEND, "url_to_delete", PhaseName.URLS_TO_DELETE),
    TASK(Role.BACKEND, "task", PhaseName.DOCUMENTS),
    MODEL(Role.BACKEND, "model", PhaseName.DOCUMENTS),
    PROJECT(Role.BACKEND, "project", PhaseName.DOCUMENTS),
    /** Deleted tasks, which the server up to 2.2 keeps (A/bll/task/task_operations.py:291-312). */
    TRASHED_TASK(Role.BACKEND, "task__trash", PhaseName.TRASH),
    /** Credentials of external storage (A/database/model/storage_settings.py:62). */
    STORAGE_SETTINGS(Role.BACKEND, "storage_settings", PhaseName.STORAGE_SETTINGS);

    private final Role role;
    private final String collection;
    private final PhaseName phase;

    KnownCollection(Role role, String collection, PhaseName phase) {
        this.role = role;
        this.collection = collection;
        this.phase = phase;
    }

    /** The one of this name in this database. */
    static Optional<KnownCollection> of(Role role, String collection) {
        return Arrays.stream(values())
                .filter(known -> known.role == role && known.collection.equals(collection))
                .findFirst();
    }

    Role role() {
        return role;
    }

    /** Its exact name. */
    String collection() {
        return collection;
    }

    /** The phase that erases its documents. */
    PhaseName phase() {
        return phase;
    }

    MongoCollection<Document> in(Databases databases) {
        return in(databases, Document.class);
    }

    <T> MongoCollection<T> in(Databases databases, Class<T> documents) {
        return role.of(databases).getCollection(collection, documents);
    }
}
