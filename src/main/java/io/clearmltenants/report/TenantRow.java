package io.clearmltenants.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;

/**
 * One tenant in the list of all.
 *
 * @param id its identifier
 * @param name its name
 * @param users how many users it has
 * @param tasks how many tasks
 * @param models how many models
 * @param lastActivity the latest change of a task; empty where it has none
 */
@RegisterForReflection
public record TenantRow(
        String id,
        String name,
        long users,
        long tasks,
        long models,
        Optional<Instant> lastActivity) {}
