package io.clearmltenants.phase;

import io.clearmltenants.tenant.Target;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds leftovers of a tenant in one store, in another way than the phases do, so that a mistake of
 * theirs is not repeated; each implementation is a CDI bean and reads only.
 */
public interface Witness {

    Store store();

    Stream<Leftover> look(Target target);

    /** Why nobody can look at the store, in one sentence; empty if {@link #look} can. */
    default Optional<String> blind(Target target) {
        return Optional.empty();
    }
}
