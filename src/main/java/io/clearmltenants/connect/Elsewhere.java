package io.clearmltenants.connect;

/**
 * A place from which an installation can be reached that this host cannot reach: this program is
 * copied there and does the command there.
 */
public interface Elsewhere {
    /** The variable with which the command there gets what was found here, for {@code doctor}. */
    String OUTLINE = "CLEARML_TENANTS_OUTLINE";

    /** Where that is and why, for people. */
    String label();

    /**
     * Starts a command there.
     *
     * @throws ConnectFailure where it cannot be started
     */
    FarCommand start(Errand errand);
}
