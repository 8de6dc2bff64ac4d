package io.clearmltenants.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Updates;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.Target;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Credentials for the tenant that users of other tenants hold: the credential goes, the user stays.
 */
@Singleton
class ForeignCredentialsPhase extends DocumentPhase {

    ForeignCredentialsPhase(Databases databases) {
        super(databases);
    }

    @Override
    public PhaseName name() {
        return PhaseName.FOREIGN_CREDENTIALS;
    }

    @Override
    Stream<Selection> selections(Target target) {
        return Stream.of(
                Selection.editing(
                        Role.AUTH,
                        "user",
                        "credentials.company",
                        and(
                                ne("company", target.id().value()),
                                eq("credentials.company", target.id().value())),
                        Updates.pullByFilter(
                                new Document(
                                        "credentials",
                                        new Document("company", target.id().value()))),
                        "credentials for the tenant, held by other tenants' users, who stay"));
    }
}
