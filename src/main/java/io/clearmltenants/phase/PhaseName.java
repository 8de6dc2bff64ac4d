package io.clearmltenants.phase;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** The phases in the order in which they run; the reason for each place stands beside it. */
@RegisterForReflection
public enum PhaseName {
    /** First, so that no new login writes while we erase. */
    FREEZE(Store.MONGO),
    /** The territory before the map: documents that point to files go later. */
    FILES(Store.FILES),
    /** The server re-creates queue metrics each minute from these documents. */
    QUEUES(Store.MONGO),
    /** The server's own deletion job must not run for a tenant that is going. */
    URLS_TO_DELETE(Store.MONGO),
    /** Everything else that carries the tenant's id. */
    DOCUMENTS(Store.MONGO),
    /** Deleted tasks that the server keeps for ever. */
    TRASH(Store.MONGO),
    /** Shown to everybody, but their events live in the tenant's indices. */
    PUBLIC_OBJECTS(Store.MONGO),
    /** Credentials of external storage, after what needs them. */
    STORAGE_SETTINGS(Store.MONGO),
    /** Shared documents that list the tenant: the id leaves the list. */
    SHARED_LISTS(Store.MONGO),
    /** Credentials for this tenant that users of other tenants hold. */
    FOREIGN_CREDENTIALS(Store.MONGO),
    /** After all that they own; until then agents can register again. */
    USERS(Store.MONGO),
    /** Last in MongoDB: it marks a deletion that is not finished. */
    COMPANY(Store.MONGO),
    /** After the documents, or live agents bring them back. */
    EVENTS(Store.ELASTIC),
    /** After users and company, or live agents bring them back. */
    REDIS(Store.REDIS),
    /** After Redis: a registered worker writes them before any check. */
    STATISTICS(Store.ELASTIC);

    private final Store store;

    PhaseName(Store store) {
        this.store = store;
    }

    /** The store that the phase works in. */
    public Store store() {
        return store;
    }

    /**
     * True if this phase must not run after the other one failed: it would destroy the map to what
     * is left, or remove the mark of a deletion that is not finished.
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
