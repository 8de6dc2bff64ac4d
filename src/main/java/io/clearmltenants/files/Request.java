package io.clearmltenants.files;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.clearmltenants.phase.Item;
import io.clearmltenants.tenant.TenantId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;

/** What this program says to the one beside the fileserver's folder; one line of JSON each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "ask")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Request.State.class, name = "state"),
    @JsonSubTypes.Type(value = Request.Refusal.class, name = "refusal"),
    @JsonSubTypes.Type(value = Request.Find.class, name = "find"),
    @JsonSubTypes.Type(value = Request.Look.class, name = "look"),
    @JsonSubTypes.Type(value = Request.Layout.class, name = "layout"),
    @JsonSubTypes.Type(value = Request.Present.class, name = "present"),
    @JsonSubTypes.Type(value = Request.Owned.class, name = "owned"),
    @JsonSubTypes.Type(value = Request.Erase.class, name = "erase"),
    @JsonSubTypes.Type(value = Request.Pass.class, name = "pass")
})
@RegisterForReflection
sealed interface Request {

    /** {@link RootFolder#state}. */
    @RegisterForReflection
    record State() implements Request {}

    /** {@link RootFolder#refusal}. */
    @RegisterForReflection
    record Refusal(TenantId id) implements Request {}

    /** {@link RootFolder#find}. */
    @RegisterForReflection
    record Find(TenantId id) implements Request {}

    /** {@link RootFolder#look}. */
    @RegisterForReflection
    record Look(TenantId id) implements Request {}

    /** {@link RootFolder#layout}. */
    @RegisterForReflection
    record Layout(TenantId id, Set<String> neighbours) implements Request {}

    /** {@link RootFolder#present}. */
    @RegisterForReflection
    record Present(TenantId id, List<String> urls) implements Request {}

    /** Answers {@link Reply.Compare}: these tasks are the tenant's. */
    @RegisterForReflection
    record Owned(Set<String> tasks) implements Request {}

    /**
     * {@link RootFolder#erase}.
     *
     * @param run the run's name
     * @param stopping true once the user has asked to stop
     */
    @RegisterForReflection
    record Erase(TenantId id, Item item, String run, boolean stopping) implements Request {}

    /**
     * Answers {@link Reply.Write}: the journal and the lease allow the change.
     *
     * @param stopping true once the user has asked to stop
     */
    @RegisterForReflection
    record Pass(boolean stopping) implements Request {}
}
