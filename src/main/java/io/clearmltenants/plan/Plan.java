package io.clearmltenants.plan;

import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Item;
import io.clearmltenants.tenant.Tenant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * What a deletion will do: computed once, printed, and executed as the same value.
 *
 * @param schema the form of this record in JSON
 * @param tenant whose data goes
 * @param created when it was made
 * @param servers identities of the servers that it was made on, so that it cannot be executed on
 *     others
 * @param unknownCollections true if the user said that documents of unknown collections are the
 *     tenant's by whatever field names it
 * @param items what is erased, in phase order
 * @param warnings what a person should know
 * @param kept what looks like the tenant's but is not erased
 * @param digest SHA-256 over all of the above, in hexadecimal
 */
@RegisterForReflection
public record Plan(
        String schema,
        Tenant tenant,
        Instant created,
        List<String> servers,
        boolean unknownCollections,
        List<Item> items,
        List<Finding.Warning> warnings,
        List<Finding.Kept> kept,
        String digest) {
    public static final String SCHEMA = "clearml-tenants/plan/1";
}
