package io.clearmltenants.phase;

/** The right to erase one tenant, held by one run at a time. */
public interface Lease extends AutoCloseable {

    /**
     * @throws LeaseLost if another run may hold it by now
     */
    void assertHeld();

    /** Gives it back. */
    @Override
    void close();
}
