package io.clearmltenants.connect;

/**
 * A place from which an installation can be reached that this host cannot reach: this program is
 * copied there and does the command there.
 */
public interface Elsewhere {
    /** The variable with which the command there gets what was found here, for {@code doctor}. */
    String OUTLINE = "CLEARML_TENANTS_OUTLINE";

    /**
     * The variable with why no fileserver's folder is there ({@link Reach#folderMissing}); empty
     * text if the installation has no fileserver.
     */
    String FOLDER_MISSING = "CLEARML_TENANTS_FOLDER_MISSING";

    /** Where that is and why, for people. */
    String label();

    /**
     * Starts a command there.
     *
     * @throws ConnectFailure if it cannot be started
     */
    FarCommand start(Errand errand);
}
