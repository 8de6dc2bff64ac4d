package io.clearmltenants.guard;

import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Files that no phase erases would stay while the documents that name them go: only the user may
 * say so.
 */
@ApplicationScoped
class KeptFilesGuard implements Guard {

    @Override
    public Optional<String> refuse(Situation situation) {
        return situation.plan().stream()
                .filter(plan -> situation.scope().covers(Store.FILES))
                .flatMap(plan -> plan.kept().stream())
                .filter(kept -> kept.store() == Store.FILES)
                .map(Finding.Kept::text)
                .findFirst()
                .map(situation::orWithoutFiles);
    }
}
