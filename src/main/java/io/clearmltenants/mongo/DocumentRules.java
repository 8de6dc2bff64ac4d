package io.clearmltenants.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static io.clearmltenants.mongo.DocumentRule.deleting;
import static io.clearmltenants.mongo.DocumentRule.editing;

import com.mongodb.client.model.Updates;
import io.clearmltenants.mongo.DocumentRule.Place.Known;
import io.clearmltenants.mongo.DocumentRule.Place.Unknown;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** All rules by which documents are a tenant's, each with its reason. */
final class DocumentRules {
    private static final Function<TenantId, Bson> OWNED =
            id -> Ownership.OWNED.filter(Ownership.COMPANY, id);

    private static final List<DocumentRule> OF_KNOWN_COLLECTIONS =
            List.of(
                    // Basic logins die at once (A/service_repo/auth/auth.py:106-126).
                    editing(
                            PhaseName.FREEZE,
                            new Known(KnownCollection.LOGIN),
                            "credentials",
                            "API credentials of its users, emptied so that nothing new logs in",
                            id ->
                                    and(
                                            OWNED.apply(id),
                                            elemMatch("credentials", in("company", ours(id)))),
                            id -> pullCredentials(new Document("$in", ours(id)))),
                    owned(KnownCollection.QUEUE, "company is the tenant"),
                    owned(KnownCollection.URL_TO_DELETE, "company is the tenant"),
                    owned(KnownCollection.TASK, "company is the tenant"),
                    owned(KnownCollection.MODEL, "company is the tenant"),
                    owned(KnownCollection.PROJECT, "company is the tenant"),
                    owned(KnownCollection.TRASHED_TASK, "company is the tenant"),
                    published(KnownCollection.TASK),
                    published(KnownCollection.MODEL),
                    published(KnownCollection.PROJECT),
                    published(KnownCollection.TRASHED_TASK),
                    owned(KnownCollection.STORAGE_SETTINGS, "company is the tenant"),
                    editing(
                            PhaseName.FOREIGN_CREDENTIALS,
                            new Known(KnownCollection.LOGIN),
                            "credentials.company",
                            "credentials for the tenant, held by other tenants' users, who stay",
                            id ->
                                    and(
                                            ne("company", id.value()),
                                            eq("credentials.company", id.value())),
                            id -> pullCredentials(id.value())),
                    owned(KnownCollection.LOGIN, "logins whose company is the tenant"),
                    owned(KnownCollection.USER, "users whose company is the tenant"),
                    deleting(
                            PhaseName.COMPANY,
                            new Known(KnownCollection.COMPANY),
                            "_id",
                            "the tenant itself",
                            id -> eq("_id", id.value())));

    private DocumentRules() {}

    /** The rules of a phase, in the order in which they are applied. */
    static List<DocumentRule> of(PhaseName phase) {
        return Stream.concat(
                        OF_KNOWN_COLLECTIONS.stream(),
                        Ownership.FIELDS.stream().flatMap(DocumentRules::ofUnknownCollections))
                .filter(rule -> rule.phase() == phase)
                .toList();
    }

    /** Wherever else a field names the tenant; the fates of {@link Ownership}. */
    private static Stream<DocumentRule> ofUnknownCollections(String field) {
        return Stream.of(
                deleting(
                        PhaseName.DOCUMENTS,
                        new Unknown(field),
                        field,
                        field + " is the tenant",
                        id -> Ownership.OWNED.filter(field, id)),
                deleting(
                        PhaseName.DOCUMENTS,
                        new Unknown(field),
                        field + " alone",
                        field + " lists the tenant and nobody else",
                        id -> Ownership.LISTED_ALONE.filter(field, id)),
                editing(
                        PhaseName.SHARED_LISTS,
                        new Unknown(field),
                        field,
                        field + " lists the tenant beside others; the id leaves the list",
                        id -> Ownership.LISTED.filter(field, id),
                        id -> Updates.pull(field, id.value())));
    }

    private static DocumentRule owned(KnownCollection collection, String why) {
        return deleting(collection.phase(), new Known(collection), "company", why, OWNED);
    }

    private static DocumentRule published(KnownCollection collection) {
        return deleting(
                PhaseName.PUBLIC_OBJECTS,
                new Known(collection),
                "company_origin",
                "made public by the tenant",
                Ownership::published);
    }

    /** Credentials of a tenant's own users may leave the company out. */
    private static List<String> ours(TenantId id) {
        return Arrays.asList(id.value(), null);
    }

    private static Bson pullCredentials(Object company) {
        return Updates.pullByFilter(new Document("credentials", new Document("company", company)));
    }
}
