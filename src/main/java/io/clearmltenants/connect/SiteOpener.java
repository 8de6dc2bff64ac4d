package io.clearmltenants.connect;

import java.util.Optional;

/** Reaches one kind of site; each implementation is a CDI bean. */
public interface SiteOpener {

    /**
     * Reaches a site; empty if it is of another kind, or if it was not named and none is there.
     *
     * @throws ConnectFailure if it cannot be reached
     * @throws UnclearSite if there are several and none was named
     */
    Optional<Reach> open(Site site);

    /**
     * What there is of this kind and why it was not taken, for a user who has said nothing; a
     * sentence without its end.
     */
    String lookedAt();
}
