package io.clearmltenants.phase;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that is erased as a unit, named exactly.
 *
 * @param phase the phase that erases it
 * @param kind what it is, for people ("collection", "index", "folder", "keys")
 * @param locator where it is, for people, unique within the phase
 * @param address where it is, for the phase: the exact names it needs, and nothing that could be a
 *     pattern
 * @param amount how much it holds
 * @param why why it belongs to the tenant, for people
 * @param fingerprint changes when something joins or leaves the item; empty if the server itself
 *     keeps changing it
 */
@RegisterForReflection
public record Item(
        PhaseName phase,
        String kind,
        String locator,
        Map<String, String> address,
        Amount amount,
        String why,
        Optional<String> fingerprint) {

    /** The part of the address with this name. */
    public String at(String name) {
        String part = address.get(name);
        if (part == null) {
            throw new IllegalArgumentException(
                    "The item " + locator + " has no address part '" + name + "'.");
        }
        return part;
    }
}
