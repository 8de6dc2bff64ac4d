package io.clearmltenants.mongo;

import io.clearmltenants.phase.Phase;
import io.clearmltenants.phase.PhaseName;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The phases over documents, a bean each: what tells them apart are their {@link DocumentRules}.
 */
@Singleton
class DocumentPhases {
    private final Databases databases;
    private final TenantCollections collections;

    DocumentPhases(Databases databases, TenantCollections collections) {
        this.databases = databases;
        this.collections = collections;
    }

    @Produces
    @Singleton
    Phase freeze() {
        return phase(PhaseName.FREEZE);
    }

    @Produces
    @Singleton
    Phase queues() {
        return phase(PhaseName.QUEUES);
    }

    @Produces
    @Singleton
    Phase urlsToDelete() {
        return phase(PhaseName.URLS_TO_DELETE);
    }

    @Produces
    @Singleton
    Phase documents() {
        return phase(PhaseName.DOCUMENTS);
    }

    @Produces
    @Singleton
    Phase trash() {
        return phase(PhaseName.TRASH);
    }

    @Produces
    @Singleton
    Phase publicObjects() {
        return phase(PhaseName.PUBLIC_OBJECTS);
    }

    @Produces
    @Singleton
    Phase storageSettings() {
        return phase(PhaseName.STORAGE_SETTINGS);
    }

    @Produces
    @Singleton
    Phase sharedLists() {
        return phase(PhaseName.SHARED_LISTS);
    }

    @Produces
    @Singleton
    Phase foreignCredentials() {
        return phase(PhaseName.FOREIGN_CREDENTIALS);
    }

    @Produces
    @Singleton
    Phase users() {
        return phase(PhaseName.USERS);
    }

    @Produces
    @Singleton
    Phase company() {
        return phase(PhaseName.COMPANY);
    }

    private Phase phase(PhaseName name) {
        return new DocumentPhase(name, databases, collections);
    }
}
