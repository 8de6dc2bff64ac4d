package io.clearmltenants.tenant;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;

/**
 * Exactly one company.
 *
 * @param id its identifier
 * @param name its name; empty if the company document is gone, because an earlier deletion stopped
 *     half way
 */
@RegisterForReflection
public record Tenant(TenantId id, Optional<String> name) {

    /** The tenant in words for a person: name and identifier, or the identifier alone. */
    public String label() {
        return name.map(text -> text + " (" + id + ")").orElse(id.value());
    }
}
