package io.clearmltenants.redis;

import io.clearmltenants.tenant.Target;
import java.util.List;

/**
 * Tells which keys are the tenant's. What it does not name stays: another type or shape than the
 * server writes, another company's, or gone meanwhile.
 */
@FunctionalInterface
interface Proof {
    List<String> own(Batch batch, Target target);

    /** The proof that the keys of a family allow. */
    static Proof of(KeyFamily family) {
        return switch (family.keyValue()) {
            case KeyValue.Plain(String type) -> ofName(family.keyName().then(), type);
            case KeyValue.OfCompany value -> new CompanyInValue(value);
            case KeyValue.OfTasks _ -> new TasksInValue();
            case KeyValue.NamesOf(KeyFamily members) ->
                    new MembersNamed(members.keyName().beginnings());
        };
    }

    private static Proof ofName(KeyName.Then then, String type) {
        return switch (then) {
            case COMPANY_AND_MORE -> new NameAndType(type);
            case COMPANY, QUEUE -> new ExactName(type);
            case OTHER -> (_, _) -> List.of();
        };
    }
}
