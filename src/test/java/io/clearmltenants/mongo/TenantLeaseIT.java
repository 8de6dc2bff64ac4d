package io.clearmltenants.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.Servers;
import io.clearmltenants.phase.Lease;
import io.clearmltenants.phase.LeaseLost;
import io.clearmltenants.tenant.TenantId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class TenantLeaseIT {
    private static final TenantId TENANT = new TenantId("abc");
    private static MongoClient client;

    private MongoDatabase backend;
    private Instant now = Instant.now();

    @BeforeAll
    static void start(MongoServer server) {
        client = server.connect();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @BeforeEach
    void empty() {
        backend = client.getDatabase("backend");
        backend.getCollection(TenantLease.COLLECTION).drop();
    }

    @Test
    void aSecondRunIsToldWhoHoldsTheTenant() {
        try (Lease held = lease("first")) {
            held.assertHeld();
            assertThatThrownBy(() -> lease("second"))
                    .isInstanceOf(LeaseLost.class)
                    .hasMessageContaining("first on host1 (process 7, user root)")
                    .hasMessageContaining("its lease ends in");
        }
    }

    @Test
    void theSameRunTakesItsLeaseAgainAfterACrash() {
        Lease crashed = lease("first");

        try (Lease again = lease("first")) {
            again.assertHeld();
        }
        crashed.close();
    }

    @Test
    void closingALeaseLeavesTheOneThatAnotherProcessHasTakenForTheSameRun() {
        Lease former = lease("first");
        try (Lease again = lease("first")) {
            former.close();

            again.assertHeld();
            assertThatThrownBy(() -> lease("second")).isInstanceOf(LeaseLost.class);
        }
    }

    @Test
    void aLeaseThatIsTakenWhileAnotherOneEndsIsNotDroppedWithIt() throws Exception {
        try (ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 50; round++) {
                Lease ending = leaseOf(new TenantId("ending"), "ending");
                Future<?> end = runs.submit(ending::close);
                try (Lease taken = lease("first")) {
                    end.get();
                    assertThat(backend.getCollection(TenantLease.COLLECTION).find())
                            .as("round " + round)
                            .extracting(lock -> lock.get("_id"))
                            .containsExactly("abc");
                    taken.assertHeld();
                }
            }
        }
    }

    @Test
    void aLeaseThatHasExpiredIsTakenOver() {
        backend.getCollection(TenantLease.COLLECTION)
                .insertOne(
                        new Document("_id", "abc")
                                .append("run", "dead")
                                .append("expires", Date.from(Instant.now().minusSeconds(1))));

        try (Lease taken = lease("second")) {
            taken.assertHeld();
        }
    }

    @Test
    void aRunWhoseMachineSleptAsksWhetherItStillHasTheTenant() {
        try (Lease slept = lease("first")) {
            backend.getCollection(TenantLease.COLLECTION).deleteMany(new Document());
            try (Lease other = lease("second")) {
                now = now.plusSeconds(120);

                assertThatThrownBy(slept::assertHeld)
                        .isInstanceOf(LeaseLost.class)
                        .hasMessageContaining("second");
            }
        }
    }

    @Test
    void aRunWhoseMachineSleptTakesItsLeaseAgainIfNobodyElseHasIt() {
        try (Lease slept = lease("first")) {
            backend.getCollection(TenantLease.COLLECTION).deleteMany(new Document());
            now = now.plusSeconds(120);

            slept.assertHeld();

            assertThatThrownBy(() -> lease("second")).isInstanceOf(LeaseLost.class);
        }
    }

    @Test
    void ofManyRunsAtOnceOneHasTheTenant() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        try (ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Lease>> tries =
                    runs.invokeAll(
                            IntStream.range(0, 16)
                                    .mapToObj(number -> attempt("run" + number, refused))
                                    .toList());
            for (Future<Lease> attempt : tries) {
                if (attempt.get() != null) {
                    attempt.get().close();
                }
            }
        }
        assertThat(refused).hasValue(15);
    }

    @Test
    void nothingIsLeftOfTheLockAtTheEnd() {
        lease("first").close();

        assertThat(backend.listCollectionNames()).doesNotContain(TenantLease.COLLECTION);
    }

    @Test
    void theLockOfAnotherTenantStaysWhenThisOneEnds() {
        try (Lease other = leaseOf(new TenantId("xyz"), "other")) {
            lease("first").close();
            assertThat(
                            backend.getCollection(TenantLease.COLLECTION)
                                    .find()
                                    .map(lock -> lock.getString("_id")))
                    .containsExactly("xyz");
            other.assertHeld();
        }
    }

    private Callable<Lease> attempt(String run, AtomicInteger refused) {
        return () -> {
            try {
                return lease(run);
            } catch (LeaseLost lost) {
                refused.incrementAndGet();
                return null;
            }
        };
    }

    private Lease lease(String run) {
        return leaseOf(TENANT, run);
    }

    private Lease leaseOf(TenantId id, String run) {
        Document holder =
                new Document("run", run)
                        .append("host", "host1")
                        .append("process", 7L)
                        .append("user", "root")
                        .append("started", new Date());
        return new TenantLease(backend, id, holder, () -> now);
    }
}
