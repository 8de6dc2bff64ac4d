package io.clearmltenants.mongo;

import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.Target;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Credentials of the tenant's external storage (A/database/model/storage_settings.py:62). */
@Singleton
class StorageSettingsPhase extends DocumentPhase {

    StorageSettingsPhase(Databases databases) {
        super(databases);
    }

    @Override
    public PhaseName name() {
        return PhaseName.STORAGE_SETTINGS;
    }

    @Override
    Stream<Selection> selections(Target target) {
        return Stream.of(
                Selection.deleting(
                        Role.BACKEND,
                        "storage_settings",
                        "company",
                        Ownership.OWNED.filter(Ownership.COMPANY, target.id()),
                        "company is the tenant"));
    }
}
