package io.clearmltenants.files;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.ServerState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the program beside the fileserver's folder says; one line of JSON each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Reply.Alive.class, name = "alive"),
    @JsonSubTypes.Type(value = Reply.State.class, name = "state"),
    @JsonSubTypes.Type(value = Reply.Refusal.class, name = "refusal"),
    @JsonSubTypes.Type(value = Reply.Found.class, name = "found"),
    @JsonSubTypes.Type(value = Reply.Left.class, name = "left"),
    @JsonSubTypes.Type(value = Reply.Compare.class, name = "compare"),
    @JsonSubTypes.Type(value = Reply.Compared.class, name = "compared"),
    @JsonSubTypes.Type(value = Reply.Present.class, name = "present"),
    @JsonSubTypes.Type(value = Reply.Write.class, name = "write"),
    @JsonSubTypes.Type(value = Reply.Changed.class, name = "changed"),
    @JsonSubTypes.Type(value = Reply.Erased.class, name = "erased"),
    @JsonSubTypes.Type(value = Reply.NotErasable.class, name = "not erasable"),
    @JsonSubTypes.Type(value = Reply.Failed.class, name = "failed")
})
@RegisterForReflection
sealed interface Reply {

    /** Said every few seconds, so that silence means a lost connection. */
    @RegisterForReflection
    record Alive() implements Reply {}

    /** Answers {@link Request.State}. */
    @RegisterForReflection
    record State(ServerState state) implements Reply {}

    /** Answers {@link Request.Refusal}. */
    @RegisterForReflection
    record Refusal(Optional<String> sentence) implements Reply {}

    /** Answers {@link Request.Find}. */
    @RegisterForReflection
    record Found(List<Item> items) implements Reply {}

    /** Answers {@link Request.Look}. */
    @RegisterForReflection
    record Left(List<Leftover> leftovers) implements Reply {}

    /** Asks which of these tasks are the tenant's. */
    @RegisterForReflection
    record Compare(Set<String> tasks) implements Reply {}

    /** Answers {@link Request.Layout}. */
    @RegisterForReflection
    record Compared(RootLayout layout) implements Reply {}

    /** Answers {@link Request.Present}. */
    @RegisterForReflection
    record Present(long urls) implements Reply {}

    /** Asks for leave to make a change. */
    @RegisterForReflection
    record Write(String chunk) implements Reply {}

    /** The change is made. */
    @RegisterForReflection
    record Changed(long units) implements Reply {}

    /** Answers {@link Request.Erase}. */
    @RegisterForReflection
    record Erased(boolean more) implements Reply {}

    /** Something was left for good, in one sentence. */
    @RegisterForReflection
    record NotErasable(String sentence) implements Reply {}

    /** The folder cannot be used, in one sentence. */
    @RegisterForReflection
    record Failed(String sentence) implements Reply {}
}
