package io.clearmltenants.mongo;

import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.TenantId;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;

/**
 * One rule by which documents are a tenant's.
 *
 * @param phase the phase that applies it
 * @param place the collections that it is about
 * @param name unique within the phase and collection
 * @param why why they are the tenant's, for people
 * @param filter selects them
 * @param update what is done to them; empty if they are deleted
 */
record DocumentRule(
        PhaseName phase,
        Place place,
        String name,
        String why,
        Function<TenantId, Bson> filter,
        Optional<Function<TenantId, Bson>> update) {

    /** Which collections a rule is about. */
    sealed interface Place {

        /** One that the open-source server has. */
        record Known(KnownCollection collection) implements Place {}

        /**
         * Every other one.
         *
         * @param field the field that names the tenant there
         */
        record Unknown(String field) implements Place {}
    }

    /** Its documents are deleted. */
    static DocumentRule deleting(
            PhaseName phase,
            Place place,
            String name,
            String why,
            Function<TenantId, Bson> filter) {
        return new DocumentRule(phase, place, name, why, filter, Optional.empty());
    }

    /** Its documents are edited, since others need them. */
    static DocumentRule editing(
            PhaseName phase,
            Place place,
            String name,
            String why,
            Function<TenantId, Bson> filter,
            Function<TenantId, Bson> update) {
        return new DocumentRule(phase, place, name, why, filter, Optional.of(update));
    }

    /** What the rule selects in the collection that it names, if it is about one. */
    Optional<Selection> inKnownCollection(TenantId id) {
        return place instanceof Place.Known(KnownCollection known)
                ? Optional.of(in(known.role(), known.collection(), id))
                : Optional.empty();
    }

    /** True if the user lets it be applied to collections of unknown shape. */
    boolean coversUnknown(Target target) {
        return place instanceof Place.Unknown(String field)
                && Ownership.fields(target).contains(field);
    }

    /** What the rule selects in a collection. */
    Selection in(Role role, String collection, TenantId id) {
        return new Selection(
                role, collection, name, filter.apply(id), update.map(edit -> edit.apply(id)), why);
    }
}
