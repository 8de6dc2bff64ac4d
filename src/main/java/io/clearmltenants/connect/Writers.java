package io.clearmltenants.connect;

import java.util.List;

/**
 * The parts of an installation that could write for a tenant while it is erased. None of them works
 * for one tenant alone, so whoever stops one stops it for everybody.
 */
public interface Writers {

    /** Those that run now, in the order in which they are best stopped. */
    List<Writer> running();

    /**
     * Stops one; what it is doing may come to its end first.
     *
     * @throws ConnectFailure where it cannot be stopped
     */
    void stop(Writer writer);

    /**
     * Brings one back as it was before; success where it runs already or is gone.
     *
     * @return false where it belongs to another place
     * @throws ConnectFailure where it cannot be started
     */
    boolean start(Writer writer);
}
