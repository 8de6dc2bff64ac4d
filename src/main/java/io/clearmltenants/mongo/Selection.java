package io.clearmltenants.mongo;

import java.util.Map;
import java.util.Optional;
import org.bson.conversions.Bson;

/**
 * The documents of one collection that belong to a tenant by one rule.
 *
 * @param role the database
 * @param collection the collection's exact name
 * @param rule the rule's name, unique within the phase and collection
 * @param filter selects them; part of every change, so that a document that changed hands meanwhile
 *     stays
 * @param update what is done to them; empty if they are deleted
 * @param why why they are the tenant's, for people
 */
record Selection(
        Role role, String collection, String rule, Bson filter, Optional<Bson> update, String why) {

    /** A selection whose documents are deleted. */
    static Selection deleting(Role role, String collection, String rule, Bson filter, String why) {
        return new Selection(role, collection, rule, filter, Optional.empty(), why);
    }

    /** A selection whose documents are edited, since others need them. */
    static Selection editing(
            Role role, String collection, String rule, Bson filter, Bson update, String why) {
        return new Selection(role, collection, rule, filter, Optional.of(update), why);
    }

    Map<String, String> address() {
        return Map.of("database", role.name(), "collection", collection, "rule", rule);
    }
}
