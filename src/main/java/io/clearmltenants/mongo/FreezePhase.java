package io.clearmltenants.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Updates;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.Target;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Empties the API credentials of the tenant's users: basic logins die at once
 * (A/service_repo/auth/auth.py:106-126).
 */
@Singleton
class FreezePhase extends DocumentPhase {

    FreezePhase(Databases databases) {
        super(databases);
    }

    @Override
    public PhaseName name() {
        return PhaseName.FREEZE;
    }

    @Override
    Stream<Selection> selections(Target target) {
        Bson ours = in("company", Arrays.asList(target.id().value(), null));
        return Stream.of(
                Selection.editing(
                        Role.AUTH,
                        "user",
                        "credentials",
                        and(
                                Ownership.OWNED.filter(Ownership.COMPANY, target.id()),
                                elemMatch("credentials", ours)),
                        Updates.pullByFilter(
                                new Document(
                                        "credentials",
                                        new Document(
                                                "company",
                                                new Document(
                                                        "$in",
                                                        Arrays.asList(
                                                                target.id().value(), null))))),
                        "API credentials of its users, emptied so that nothing new logs in"));
    }
}
