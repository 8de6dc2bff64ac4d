package io.clearmltenants.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The collection of all leases. Nothing of it is left at the end, but MongoDB cannot drop a
 * collection only if it is empty. So whoever drops it says so first, by a mark in it, and looks
 * again; whoever takes a lease looks for that mark afterwards, and takes it again if there is one.
 */
record LockCollection(MongoCollection<Document> locks) {
    /** A tenant's id has no slash. */
    private static final Bson MARK = Filters.eq("_id", "/dropping");

    private static final Duration MARK_LASTS = Duration.ofSeconds(60);

    /** Drops the collection unless somebody holds or takes a lease. */
    void dropIfEmpty(Instant now) {
        if (locks.find().first() != null || !marked(now)) {
            return;
        }
        if (locks.find(Filters.ne("_id", "/dropping")).first() == null) {
            locks.drop();
        } else {
            locks.deleteOne(MARK);
        }
    }

    /** True if a lease that was just taken is there, and nobody is about to drop it. */
    boolean keeps(Bson lease, Instant now) {
        locks.deleteOne(Filters.and(MARK, Filters.lt("expires", Date.from(now))));
        return locks.find(MARK).first() == null && locks.find(lease).first() != null;
    }

    private boolean marked(Instant now) {
        try {
            locks.insertOne(
                    new Document("_id", "/dropping")
                            .append("expires", Date.from(now.plus(MARK_LASTS))));
            return true;
        } catch (MongoWriteException failure) {
            if (ErrorCategory.fromErrorCode(failure.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            return false;
        }
    }
}
