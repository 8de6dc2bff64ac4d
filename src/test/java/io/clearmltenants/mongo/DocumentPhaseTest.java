package io.clearmltenants.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Phase;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.WriteGate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DocumentPhaseTest {
    @RegisterExtension static final OwnMongo MONGO = new OwnMongo();

    private final TestDatabases databases = MONGO.databases();
    private final MongoCollection<Document> queues = databases.backend().getCollection("queue");
    private final Phase phase = phase(50);

    @Test
    void allPagesOfTheTenantGoAndTheOthersStay() {
        insert(DocumentPhase.PAGE + 500, "abc");
        insert(10, "xyz");
        Gate gate = new Gate();

        boolean more = phase.erase(TestDatabases.TENANT, item(), gate);

        assertThat(more).isFalse();
        assertThat(gate.erased.sum()).isEqualTo(DocumentPhase.PAGE + 500);
        assertThat(queues.countDocuments()).isEqualTo(10);
    }

    @Test
    void aChunkHasSoManyPagesAndSaysWhetherMoreIsLeft() {
        insert(DocumentPhase.PAGE + 500, "abc");
        Phase onePage = phase(1);
        Item item = item();

        assertThat(onePage.erase(TestDatabases.TENANT, item, new Gate())).isTrue();
        assertThat(queues.countDocuments()).isEqualTo(500);
        assertThat(onePage.erase(TestDatabases.TENANT, item, new Gate())).isFalse();
        assertThat(queues.countDocuments()).isZero();
    }

    @Test
    void afterTheUserHasAskedToStopNoFurtherPageBegins() {
        insert(10, "abc");
        Gate gate =
                new Gate() {
                    @Override
                    public boolean stopping() {
                        return true;
                    }
                };

        assertThat(phase.erase(TestDatabases.TENANT, item(), gate)).isTrue();
        assertThat(queues.countDocuments()).isEqualTo(10);
    }

    @Test
    void severalPagesAreUnderwayAtOnce() {
        insert(3 * DocumentPhase.PAGE, "abc");
        CountDownLatch both = new CountDownLatch(2);
        Gate gate =
                new Gate() {
                    @Override
                    public long write(Item item, String chunk, LongSupplier change) {
                        both.countDown();
                        awaited(both);
                        return super.write(item, chunk, change);
                    }
                };

        phase.erase(TestDatabases.TENANT, item(), gate);

        assertThat(queues.countDocuments()).isZero();
    }

    @Test
    void aPageThatFailsIsThrownWhenNoneIsUnderwayAnyMore() {
        insert(3 * DocumentPhase.PAGE, "abc");
        AtomicInteger underway = new AtomicInteger();
        AtomicInteger pages = new AtomicInteger();
        Gate gate =
                new Gate() {
                    @Override
                    public long write(Item item, String chunk, LongSupplier change) {
                        underway.incrementAndGet();
                        try {
                            if (pages.incrementAndGet() == 1) {
                                throw new IllegalStateException("refused");
                            }
                            return super.write(item, chunk, change);
                        } finally {
                            underway.decrementAndGet();
                        }
                    }
                };

        assertThatThrownBy(() -> phase.erase(TestDatabases.TENANT, item(), gate))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("refused");

        assertThat(underway).hasValue(0);
        assertThat(queues.countDocuments()).isPositive();
    }

    @Test
    void aDocumentThatChangesHandsAfterItWasListedStays() {
        insert(10, "abc");
        Gate gate =
                new Gate() {
                    @Override
                    public long write(Item item, String chunk, LongSupplier change) {
                        queues.updateOne(
                                new Document("_id", "abc 00003"),
                                new Document("$set", new Document("company", "xyz")));
                        return super.write(item, chunk, change);
                    }
                };

        phase.erase(TestDatabases.TENANT, item(), gate);

        assertThat(queues.find().map(queue -> queue.getString("_id"))).containsExactly("abc 00003");
    }

    private Phase phase(int pages) {
        TenantCollections collections = new TenantCollections(databases);
        return new DocumentPhase(PhaseName.QUEUES, databases, collections, pages);
    }

    private void insert(int number, String company) {
        queues.insertMany(
                IntStream.range(0, number)
                        .mapToObj(
                                n ->
                                        new Document("_id", "%s %05d".formatted(company, n))
                                                .append("company", company))
                        .toList());
    }

    private Item item() {
        List<Item> items = phase.find(TestDatabases.TENANT).toList();
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("No second page came");
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    private static class Gate implements WriteGate {
        private final LongAdder erased = new LongAdder();

        @Override
        public long write(Item item, String chunk, LongSupplier change) {
            long units = change.getAsLong();
            erased.add(units);
            return units;
        }

        @Override
        public String run() {
            return "run-1";
        }

        @Override
        public boolean stopping() {
            return false;
        }
    }
}
