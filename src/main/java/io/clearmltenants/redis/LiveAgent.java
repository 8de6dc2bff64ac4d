package io.clearmltenants.redis;

import java.time.Instant;
import java.util.Optional;

/**
 * An agent or a serving container that works for the tenant.
 *
 * @param id its name ("host:gpu0"), as it gave it itself
 * @param address where it called from; empty if the server did not note it
 * @param lastSeen when it last reported; empty if only the list of agents still names it
 */
public record LiveAgent(String id, String address, Optional<Instant> lastSeen) {

    /** The agent in words for a person: its name, and its address where it is known. */
    public String label() {
        return address.isEmpty() ? id : id + " (" + address + ")";
    }
}
