package io.clearmltenants.report;

import io.clearmltenants.phase.Amount;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;

/**
 * One tenant in the list of all.
 *
 * @param id its identifier
 * @param name its name; empty where the company document has none
 * @param lastActivity when something of it last changed; empty where nothing says so
 * @param bytes the size of what is cheap to measure, in bytes; {@link Amount#UNKNOWN} where nothing
 *     is
 */
@RegisterForReflection
public record TenantRow(
        String id,
        String name,
        long users,
        long tasks,
        long models,
        Optional<Instant> lastActivity,
        long bytes) {}
