package io.clearmltenants.phase;

import java.util.function.LongSupplier;

/**
 * The only way to change a server. The eraser alone hands one out, so that commands which read hold
 * none. Each passage checks that the run still holds its lease, and stands in the journal before
 * and after. A {@link TransientFailure} of a passage is for the eraser, which tries the item again.
 * Several may go through it at once.
 */
public interface WriteGate {

    /**
     * Makes one bounded change.
     *
     * @param item the item that the change belongs to
     * @param chunk the exact things that it touches, for the journal ("ids a..f", "3 indices")
     * @param change the change, which answers how many units it erased
     * @return the number of units erased
     */
    long write(Item item, String chunk, LongSupplier change);

    /** The name of the run, safe in a file name; the same again when the run is resumed. */
    String run();

    /** True once the user has asked to stop: long changes end at the next safe point. */
    boolean stopping();
}
