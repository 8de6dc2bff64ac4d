package io.clearmltenants.mongo;

import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.Target;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Files that the server's own job still has to delete (A/database/model/url_to_delete.py:28). */
@Singleton
class UrlsToDeletePhase extends DocumentPhase {

    UrlsToDeletePhase(Databases databases) {
        super(databases);
    }

    @Override
    public PhaseName name() {
        return PhaseName.URLS_TO_DELETE;
    }

    @Override
    Stream<Selection> selections(Target target) {
        return Stream.of(
                Selection.deleting(
                        Role.BACKEND,
                        "url_to_delete",
                        "company",
                        Ownership.OWNED.filter(Ownership.COMPANY, target.id()),
                        "company is the tenant"));
    }
}
