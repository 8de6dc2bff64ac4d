package io.clearmltenants.report;

import io.clearmltenants.phase.Amount;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;

/**
 * One tenant in the list of all.
 *
 * @param id its identifier
 * @param idType the identifier's type in MongoDB: "string", or the company cannot be deleted
 * @param name its name; empty if the company document has none
 * @param lastActivity when something of it last changed; empty if nothing says so
 * @param bytes the size of what is cheap to measure, in bytes; {@link Amount#UNKNOWN} if nothing is
 */
@RegisterForReflection
public record TenantRow(
        String id,
        String idType,
        String name,
        long users,
        long tasks,
        long models,
        Optional<Instant> lastActivity,
        long bytes) {

    /** The identifier, with its type if that is not the one that a ClearML server writes. */
    String label() {
        return idType.equals("string") ? id : id + " (" + idType + ", no string)";
    }
}
