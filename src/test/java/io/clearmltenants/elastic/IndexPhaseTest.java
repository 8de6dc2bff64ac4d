package io.clearmltenants.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.OwnershipLost;
import io.clearmltenants.phase.Phase;
import io.clearmltenants.phase.WriteGate;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which indices a phase finds, and which of them it still deletes when they have changed since. */
class IndexPhaseTest {
    private static final Target ABC =
            new Target(
                    new Tenant(new TenantId("ABC"), Optional.of("acme")),
                    Set.of("abc2", "xyz"),
                    kind -> Stream.empty());

    private final Rows rows = new Rows();
    private final Phase events = new EventsPhase(rows);
    private final Phase statistics = new StatisticsPhase(rows);

    @Test
    void eachIndexIsAnItemOfItsOwnInTheOrderOfTheNames() {
        rows.add("worker_stats_abc_2024-02", "2");
        rows.add("worker_stats_abc_2024-01", "1");
        rows.add("worker_stats_abc2_2024-01", "3");
        rows.add("events-log-abc", "4");

        assertThat(statistics.find(ABC))
                .extracting(Item::locator)
                .containsExactly("worker_stats_abc_2024-01", "worker_stats_abc_2024-02");
        assertThat(events.find(ABC)).extracting(Item::locator).containsExactly("events-log-abc");
    }

    @Test
    void anIndexWhoseAliasesAreAllTheTenantsIsTheTenants() {
        rows.add("plots-reindexed", "1", "events-plot-abc");
        rows.add("shared", "2", "events-log-abc", "dashboard");
        rows.add("without-alias", "3");

        assertThat(events.find(ABC)).extracting(Item::locator).containsExactly("plots-reindexed");
        assertThat(statistics.find(ABC)).isEmpty();
    }

    @Test
    void whatIsStillTheTenantsIsDeletedByItsExactName() {
        rows.add("events-log-abc", "1");
        rows.add("plots-reindexed", "2", "events-plot-abc");
        List<Item> planned = events.find(ABC).toList();

        planned.forEach(item -> assertThat(erase(ABC, item)).isEqualTo(1));

        assertThat(rows.deleted).containsExactly("events-log-abc", "plots-reindexed");
    }

    @Test
    void whatIsGoneAlreadyIsNoFailure() {
        rows.add("events-log-abc", "1");
        Item planned = events.find(ABC).findFirst().orElseThrow();
        rows.indices.clear();

        assertThat(erase(ABC, planned)).isZero();
    }

    @Test
    void anIndexWhoseAliasMovedToAnotherIndexSinceThePlanStays() {
        rows.add("plots-reindexed", "1", "events-plot-abc");
        Item planned = events.find(ABC).findFirst().orElseThrow();
        rows.indices.clear();
        rows.add("plots-reindexed", "1");

        assertStays(planned, "plots-reindexed is not the tenant's by its name");
    }

    @Test
    void anIndexThatServesAnotherCompanyByNowStays() {
        rows.add("plots-reindexed", "1", "events-plot-abc");
        Item planned = events.find(ABC).findFirst().orElseThrow();
        rows.indices.clear();
        rows.add("plots-reindexed", "1", "events-plot-xyz");

        assertStays(planned, "has the alias events-plot-xyz, which belongs to tenant 'xyz'");
    }

    @Test
    void anIndexThatServesBothByNowStays() {
        rows.add("plots-reindexed", "1", "events-plot-abc");
        Item planned = events.find(ABC).findFirst().orElseThrow();
        rows.indices.clear();
        rows.add("plots-reindexed", "1", "events-plot-abc", "dashboard");

        assertStays(planned, "its alias dashboard is not");
    }

    @Test
    void anIndexOfTheTenantsNameThatHoldsAnothersEventsByNowStays() {
        rows.add("events-log-abc", "1");
        Item planned = events.find(ABC).findFirst().orElseThrow();
        rows.indices.clear();
        rows.add("events-log-abc", "1", "events-log-xyz");

        assertStays(planned, "alias events-log-xyz");
    }

    @Test
    void anIndexOfTheTenantsAliasThatWasMadeAnewStays() {
        rows.add("plots-reindexed", "1", "events-plot-abc");
        Item planned = events.find(ABC).findFirst().orElseThrow();
        rows.indices.clear();
        rows.add("plots-reindexed", "2", "events-plot-abc");

        assertStays(planned, "re-created since the plan was made (uuid 2, planned 1)");
    }

    @Test
    void anIndexOfTheTenantsOwnNameThatWasMadeAnewGoes() {
        rows.add("events-log-abc", "1");
        Item planned = events.find(ABC).findFirst().orElseThrow();
        rows.indices.clear();
        rows.add("events-log-abc", "2");

        assertThat(erase(ABC, planned)).isEqualTo(1);
        assertThat(rows.deleted).containsExactly("events-log-abc");
    }

    @Test
    void anotherApplicationsIndexStaysWhateverThePlanSays() {
        rows.add("payments", "9");
        Item planned =
                new Item(
                        events.name(),
                        "index",
                        "payments",
                        new PlannedIndex("cluster", "payments", "9", Set.of("events-log-abc"))
                                .address(),
                        Amount.of(1, "indices"),
                        "",
                        Optional.empty());

        assertStays(planned, "payments is not the tenant's by its name");
    }

    @Test
    void anotherClustersIndexOfTheSameNameStays() {
        rows.add("events-log-abc", "1");
        Item planned = events.find(ABC).findFirst().orElseThrow();
        IndexState index = rows.indices.removeFirst();
        rows.indices.add(new IndexState("another", index.name(), "1", 0, index.aliases()));

        assertThat(erase(ABC, planned)).isZero();
        assertThat(rows.deleted).isEmpty();
    }

    private void assertStays(Item planned, String why) {
        assertThatThrownBy(() -> erase(ABC, planned))
                .isInstanceOf(OwnershipLost.class)
                .hasMessageContaining(why)
                .hasMessageEndingWith("It was left.");
        assertThat(rows.deleted).isEmpty();
    }

    private long erase(Target target, Item item) {
        Gate gate = new Gate();
        assertThat(events.erase(target, item, gate)).isFalse();
        return gate.units;
    }

    /** A cluster as rows. */
    private static final class Rows implements IndexCatalog {
        private final List<IndexState> indices = new ArrayList<>();
        private final List<String> deleted = new ArrayList<>();

        void add(String name, String uuid, String... aliases) {
            indices.add(new IndexState("cluster", name, uuid, 10, Set.of(aliases)));
        }

        @Override
        public List<IndexState> list() {
            return indices;
        }

        @Override
        public Optional<IndexState> find(String cluster, String name) {
            return indices.stream()
                    .filter(index -> index.cluster().equals(cluster) && index.name().equals(name))
                    .findFirst();
        }

        @Override
        public long delete(IndexState index) {
            indices.remove(index);
            deleted.add(index.name());
            return 1;
        }
    }

    /** Lets everything pass and counts. */
    private static final class Gate implements WriteGate {
        private long units;

        @Override
        public long write(Item item, String chunk, LongSupplier change) {
            units += change.getAsLong();
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
