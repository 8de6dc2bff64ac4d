package io.clearmltenants.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The name that the user gives must be exactly the tenant's: a wrong id rarely has the right name.
 */
@ApplicationScoped
class NameGuard implements Guard {

    @Override
    public Optional<String> refuse(Situation situation) {
        Optional<String> actual = situation.target().tenant().name();
        Optional<String> claimed = situation.claimedName();
        if (claimed.isEmpty() || actual.isEmpty() || claimed.equals(actual)) {
            return Optional.empty();
        }
        return Optional.of(
                "Tenant %s is named '%s', not '%s'; check the id, or give the name exactly."
                        .formatted(situation.target().id(), actual.get(), claimed.get()));
    }
}
