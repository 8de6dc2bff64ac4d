package io.clearmltenants.mongo;

import io.clearmltenants.phase.Lease;
import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.bson.Document;

/** Hands out the lease of a tenant. */
@ApplicationScoped
public class Leases {
    private final Databases databases;

    Leases(Databases databases) {
        this.databases = databases;
    }

    /**
     * Takes the lease of a tenant for a run; the same run may take it again after a crash.
     *
     * @throws io.clearmltenants.phase.LeaseLost if another run holds it, with a sentence that names
     *     that run
     */
    public Lease take(TenantId id, String run, String host, long process, String user) {
        Document holder =
                new Document("run", run)
                        .append("host", host)
                        .append("process", process)
                        .append("user", user)
                        .append("started", Date.from(Instant.now()));
        return new TenantLease(databases.backend(), id, holder, InstantSource.system());
    }
}
