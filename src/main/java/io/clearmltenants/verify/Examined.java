package io.clearmltenants.verify;

import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Leftover;
import java.util.List;

/**
 * What a look from outside of a run came to.
 *
 * @param leftovers what is still there
 * @param unseen the stores that nobody could look at, or that the user left out
 */
public record Examined(List<Leftover> leftovers, List<Finding.Kept> unseen) {

    /** True if all was looked at and nothing was found. */
    public boolean clean() {
        return leftovers.isEmpty() && unseen.isEmpty();
    }
}
