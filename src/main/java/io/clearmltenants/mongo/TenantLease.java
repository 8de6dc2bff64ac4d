package io.clearmltenants.mongo;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.clearmltenants.phase.Lease;
import io.clearmltenants.phase.LeaseLost;
import io.clearmltenants.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A lease beside the data, so that two hosts cannot erase one tenant at once. It is measured in the
 * MongoDB server's time, renewed while the run lives, and expires by itself after a crash.
 */
final class TenantLease implements Lease {
    static final String COLLECTION = "clearml_tenants_lock";
    static final Duration LENGTH = Duration.ofSeconds(60);
    private static final Duration RENEWAL = Duration.ofSeconds(15);
    private static final int DUPLICATE_KEY = 11000;
    private static final int MOST_ATTEMPTS = 50;
    private static final String OWNER = "owner";

    private final MongoDatabase backend;
    private final TenantId id;
    private final Document holder;
    private final ScheduledExecutorService renewals =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("lease").factory());
    private final InstantSource clock;
    private volatile long safeUntil;
    private volatile Instant safeUntilByTheClock;

    /**
     * Takes the lease.
     *
     * @param holder fields that name the holder: run, host, process, user, started
     * @param clock runs on while the machine sleeps, unlike the time since it was started
     * @throws LeaseLost if another run holds it
     */
    TenantLease(MongoDatabase backend, TenantId id, Document holder, InstantSource clock) {
        this.backend = backend;
        this.clock = clock;
        this.id = id;
        this.holder = new Document(holder).append(OWNER, UUID.randomUUID().toString());
        MongoFailures.translated(this::takeOver);
        renewals.scheduleWithFixedDelay(
                this::renew, RENEWAL.toSeconds(), RENEWAL.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void assertHeld() {
        if (System.nanoTime() - safeUntil > 0 || clock.instant().isAfter(safeUntilByTheClock)) {
            MongoFailures.translated(() -> take(own()));
        }
    }

    @Override
    public void close() {
        renewals.shutdownNow();
        MongoFailures.translated(
                () -> {
                    locks().deleteMany(Filters.or(own(), expired(serverTime())));
                    new LockCollection(locks()).dropIfEmpty(serverTime());
                    return null;
                });
    }

    private void renew() {
        try {
            take(own());
        } catch (LeaseLost lost) {
            // The erasing thread notices at its next write, by safeUntil, and says why.
            renewals.shutdown();
        } catch (MongoException passing) {
            // The next turn tries again; if none succeeds, safeUntil passes, as above.
            return;
        }
    }

    /** The same run may take its lease again at once: its former process is dead. */
    private Void takeOver() {
        LockCollection collection = new LockCollection(locks());
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            take(Filters.eq("run", holder.getString("run")));
            if (collection.keeps(own(), serverTime())) {
                return null;
            }
        }
        throw new LeaseLost("Another run has just let go of this tenant; try again.");
    }

    private synchronized Void take(Bson claim) {
        long asked = System.nanoTime();
        Instant askedByTheClock = clock.instant();
        Instant now = serverTime();
        try {
            locks().updateOne(
                            Filters.and(
                                    Filters.eq("_id", id.value()), Filters.or(claim, expired(now))),
                            Updates.combine(
                                    new Document("$set", holder),
                                    Updates.set("expires", Date.from(now.plus(LENGTH)))),
                            new UpdateOptions().upsert(true));
        } catch (MongoException failure) {
            if (failure.getCode() != DUPLICATE_KEY) {
                throw failure;
            }
            throw heldByAnother(now);
        }
        safeUntil = asked + LENGTH.toNanos() / 2;
        safeUntilByTheClock = askedByTheClock.plus(LENGTH.dividedBy(2));
        return null;
    }

    private LeaseLost heldByAnother(Instant now) {
        Document other = locks().find(Filters.eq("_id", id.value())).first();
        if (other == null) {
            return new LeaseLost("Another run has just let go of this tenant; try again.");
        }
        long seconds = Duration.between(now, other.getDate("expires").toInstant()).toSeconds();
        return new LeaseLost(
                "Another run is erasing this tenant: %s on %s (process %s, user %s), since %s; if it died, its lease ends in %d s."
                        .formatted(
                                other.get("run"),
                                other.get("host"),
                                other.get("process"),
                                other.get("user"),
                                other.getDate("started").toInstant(),
                                seconds));
    }

    /** This process's lease alone, not one that another process took for the same run. */
    private Bson own() {
        return Filters.eq(OWNER, holder.getString(OWNER));
    }

    private static Bson expired(Instant now) {
        return Filters.lt("expires", Date.from(now));
    }

    private Instant serverTime() {
        return Hello.ask(backend).getDate("localTime").toInstant();
    }

    private MongoCollection<Document> locks() {
        return backend.getCollection(COLLECTION).withWriteConcern(WriteConcern.MAJORITY);
    }
}
