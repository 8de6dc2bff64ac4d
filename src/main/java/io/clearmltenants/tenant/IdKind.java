package io.clearmltenants.tenant;

/**
 * The kinds of a tenant's objects whose identifiers stand in places that do not name the tenant.
 */
public enum IdKind {
    TASK,
    MODEL,
    QUEUE
}
