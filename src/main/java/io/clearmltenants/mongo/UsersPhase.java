package io.clearmltenants.mongo;

import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.Target;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * The tenant's users in both databases; the same person has the same _id in both
 * (A/bll/auth/__init__.py:70-110).
 */
@Singleton
class UsersPhase extends DocumentPhase {

    UsersPhase(Databases databases) {
        super(databases);
    }

    @Override
    public PhaseName name() {
        return PhaseName.USERS;
    }

    @Override
    Stream<Selection> selections(Target target) {
        Bson ours = Ownership.OWNED.filter(Ownership.COMPANY, target.id());
        return Stream.of(
                Selection.deleting(
                        Role.AUTH, "user", "company", ours, "logins whose company is the tenant"),
                Selection.deleting(
                        Role.BACKEND,
                        "user",
                        "company",
                        ours,
                        "users whose company is the tenant"));
    }
}
