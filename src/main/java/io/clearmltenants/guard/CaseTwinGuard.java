package io.clearmltenants.guard;

import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/**
 * Index names carry the id in lower case, so two ids that differ in case alone share every index.
 */
@ApplicationScoped
class CaseTwinGuard implements Guard {

    @Override
    public Optional<String> refuse(Situation situation) {
        TenantId id = situation.target().id();
        return situation.target().neighbours().stream()
                .filter(other -> other.toLowerCase(Locale.ROOT).equals(id.lowerCase()))
                .sorted()
                .findFirst()
                .map(
                        twin ->
                                "Tenant '%s' differs from '%s' in case alone and shares its Elasticsearch indices; its events would be lost, so neither can be deleted while both exist."
                                        .formatted(twin, id));
    }
}
