package io.clearmltenants.phase;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** The phases in the order in which they run; the reason for each place stands beside it. */
@RegisterForReflection
public enum PhaseName {
    FREEZE(Store.MONGO, "first, so that no new login writes while we erase"),
    FILES(Store.FILES, "the territory before the map: documents that point to files go later"),
    QUEUES(Store.MONGO, "the server re-creates queue metrics each minute from these documents"),
    URLS_TO_DELETE(
            Store.MONGO, "the server's own deletion job must not run for a tenant that is going"),
    DOCUMENTS(Store.MONGO, "everything else that carries the tenant's id"),
    TRASH(Store.MONGO, "deleted tasks that the server keeps for ever"),
    PUBLIC_OBJECTS(
            Store.MONGO, "shown to everybody, but their events live in the tenant's indices"),
    STORAGE_SETTINGS(Store.MONGO, "credentials of external storage, after what needs them"),
    SHARED_LISTS(Store.MONGO, "shared documents that list the tenant: the id leaves the list"),
    FOREIGN_CREDENTIALS(
            Store.MONGO, "credentials for this tenant that users of other tenants hold"),
    USERS(Store.MONGO, "after all that they own; until then agents can register again"),
    COMPANY(Store.MONGO, "last in MongoDB: it marks a deletion that is not finished"),
    EVENTS(Store.ELASTIC, "after the documents, or live agents bring them back"),
    REDIS(Store.REDIS, "after users and company, or live agents bring them back"),
    STATISTICS(Store.ELASTIC, "after Redis: a registered worker writes them before any check");

    private final Store store;
    private final String reason;

    PhaseName(Store store, String reason) {
        this.store = store;
        this.reason = reason;
    }

    /** The store that the phase works in. */
    public Store store() {
        return store;
    }

    /** Why the phase stands at its place. */
    public String reason() {
        return reason;
    }

    /**
     * True where this phase must not run after the other one failed: it would destroy the map to
     * what is left, or remove the mark of a deletion that is not finished.
     */
    boolean needsFirst(PhaseName other) {
        return switch (this) {
            case COMPANY -> other != this;
            case URLS_TO_DELETE, DOCUMENTS, TRASH, PUBLIC_OBJECTS, STORAGE_SETTINGS, EVENTS ->
                    other == FILES;
            case FREEZE,
                    FILES,
                    QUEUES,
                    SHARED_LISTS,
                    FOREIGN_CREDENTIALS,
                    USERS,
                    REDIS,
                    STATISTICS ->
                    false;
        };
    }

    /** The name that users read. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
