package io.clearmltenants.phase;

import io.clearmltenants.tenant.Target;
import java.util.stream.Stream;

/** One part of a tenant in one store; each implementation is a CDI bean. */
public interface Phase {

    PhaseName name();

    /**
     * What is there. Reads only; throws if it cannot list, since a place that was not seen must not
     * be taken for an empty one. The caller closes the stream.
     */
    Stream<Item> find(Target target);

    /** How many items the eraser may work on at once. */
    default int itemsAtOnce() {
        return 1;
    }

    /**
     * Erases one bounded chunk of an item through the gate. Erasing what is gone already is
     * success.
     *
     * @return true if more of the item is left
     */
    boolean erase(Target target, Item item, WriteGate gate);
}
