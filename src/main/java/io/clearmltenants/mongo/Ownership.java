package io.clearmltenants.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;

import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * When a document belongs to a tenant. The open-source server writes {@code company}; the
 * Enterprise server's collections are not public, so the other usual names count too, and a
 * document that names two owners counts for neither.
 */
enum Ownership {
    /** One field holds the id, and no other field names somebody else: the document goes. */
    OWNED {
        @Override
        Bson filter(String field, TenantId id) {
            return and(eq(field, id.value()), exists(field + ".0", false), nobodyElse(field, id));
        }
    },

    /**
     * A list names the tenant and nobody else, and no field names another owner: the document goes.
     */
    LISTED_ALONE {
        @Override
        Bson filter(String field, TenantId id) {
            return and(eq(field, List.of(id.value())), nobodyElse(field, id));
        }
    },

    /**
     * A list names the tenant beside others, or in somebody else's document: the id leaves the
     * list.
     */
    LISTED {
        @Override
        Bson filter(String field, TenantId id) {
            return and(eq(field, id.value()), exists(field + ".0", true), nor(anyErased(id)));
        }
    },

    /** One field holds the id and another one somebody else's: a person has to look. */
    DISPUTED {
        @Override
        Bson filter(String field, TenantId id) {
            return and(eq(field, id.value()), exists(field + ".0", false), nor(anyErased(id)));
        }
    };

    /** The field that the open-source server uses (A/database/model/base.py), first. */
    static final String COMPANY = "company";

    /** Names under which a tenant's id is stored, as far as the public pages show. */
    static final List<String> FIELDS =
            List.of(
                    COMPANY,
                    "company_id",
                    "companies",
                    "tenant",
                    "tenants",
                    "tenant_id",
                    "clearml_tenant");

    /**
     * Objects that the tenant made public: no company, but an origin
     * (A/database/model/base.py:1427-1455). Up to version 1.17 the server wrote no company instead
     * of an empty one.
     */
    static Bson published(TenantId id) {
        return and(eq("company_origin", id.value()), in(COMPANY, Arrays.asList("", null)));
    }

    /** The fields by which documents of unknown collections are the tenant's. */
    static List<String> fields(Target target) {
        return target.unknownCollections() ? FIELDS : List.of(COMPANY);
    }

    /** Erased by this field, alone or in a list, or edited. */
    static Bson anyFate(String field, TenantId id) {
        return or(
                OWNED.filter(field, id), LISTED_ALONE.filter(field, id), LISTED.filter(field, id));
    }

    /** The filter that selects the documents of this kind by this field. */
    abstract Bson filter(String field, TenantId id);

    /** Any field holds the id, alone or in a list. */
    static Bson anyMention(TenantId id) {
        return or(FIELDS.stream().map(field -> eq(field, id.value())).toList());
    }

    /** The tenant's own by any field: such a document is erased, whatever else it names. */
    private static Bson anyErased(TenantId id) {
        return or(
                FIELDS.stream()
                        .flatMap(
                                field ->
                                        Stream.of(
                                                OWNED.filter(field, id),
                                                LISTED_ALONE.filter(field, id)))
                        .toList());
    }

    /**
     * The other fields name nobody, or the later ones the tenant too: each document is counted by
     * its first field.
     */
    private static Bson nobodyElse(String field, TenantId id) {
        int place = FIELDS.indexOf(field);
        return and(
                FIELDS.stream()
                        .filter(other -> !other.equals(field))
                        .map(
                                other ->
                                        FIELDS.indexOf(other) < place
                                                ? nobody(other)
                                                : or(nobody(other), eq(other, id.value())))
                        .toList());
    }

    private static Bson nobody(String field) {
        return or(in(field, Arrays.asList(null, "")), eq(field, List.of()));
    }
}
