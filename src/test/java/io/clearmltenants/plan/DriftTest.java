package io.clearmltenants.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final Item TASKS = item("backend.task", 3, Optional.of("a"));
    private static final Item MODELS = item("backend.model", 1, Optional.of("b"));

    @Test
    void theSameItemsAreNoDrift() {
        assertThat(Drift.between(plan("one", TASKS, MODELS), plan("one", TASKS, MODELS)).none())
                .isTrue();
    }

    @Test
    void anItemThatWentAwayMeanwhileIsDrift() {
        assertThat(Drift.between(plan("one", TASKS, MODELS), plan("one", TASKS)).changes())
                .containsExactly(
                        "collection backend.model is gone, or is not the tenant's (1 documents planned)");
    }

    @Test
    void anItemThatShrankIsDrift() {
        assertThat(
                        Drift.between(
                                        plan("one", TASKS),
                                        plan("one", item("backend.task", 2, Optional.of("c"))))
                                .changes())
                .containsExactly(
                        "backend.task has changed (3 documents were planned, 2 are there)");
    }

    @Test
    void anItemThatShowsOnePlaceAndNamesAnotherIsDrift() {
        Item edited = at(Map.of("index", "payments"));
        Item now = at(Map.of("index", "events-log-abc"));

        assertThat(Drift.between(plan("one", edited), plan("one", now)).changes())
                .singleElement()
                .asString()
                .startsWith("events-log-abc has changed");
    }

    @Test
    void aPlaceThatIsPlannedTwiceIsDrift() {
        Item now = at(Map.of("index", "events-log-abc"));
        Item second = at(Map.of("index", "payments"));

        assertThat(Drift.between(plan("one", now, second), plan("one", now)).changes())
                .containsExactly("index events-log-abc is planned twice");
    }

    @Test
    void anItemThatAppearedIsDrift() {
        assertThat(Drift.between(plan("one", TASKS), plan("one", TASKS, MODELS)).changes())
                .containsExactly("collection backend.model is new (1 documents)");
    }

    @Test
    void anItemOfAnotherContentIsDriftEvenWithTheSameCount() {
        assertThat(
                        Drift.between(
                                        plan("one", TASKS),
                                        plan("one", item("backend.task", 3, Optional.of("c"))))
                                .changes())
                .containsExactly(
                        "backend.task has changed (3 documents were planned, 3 are there)");
    }

    @Test
    void whatTheServerItselfKeepsChangingIsNoDrift() {
        Item keys = item("caches", 5, Optional.empty());

        assertThat(Drift.between(plan("one"), plan("one", keys)).none()).isTrue();
        assertThat(Drift.between(plan("one", keys), plan("one")).none()).isTrue();
        assertThat(
                        Drift.between(
                                        plan("one", keys),
                                        plan("one", item("caches", 7, Optional.empty())))
                                .none())
                .isTrue();
    }

    @Test
    void aPlanOfOtherServersIsDrift() {
        assertThat(Drift.between(plan("one", TASKS), plan("two", TASKS)).changes())
                .singleElement()
                .asString()
                .contains("other servers");
    }

    private static Item at(Map<String, String> address) {
        return new Item(
                PhaseName.EVENTS,
                "index",
                "events-log-abc",
                address,
                Amount.of(1, "indices"),
                "",
                Optional.of("a"));
    }

    private static Item item(String locator, long count, Optional<String> fingerprint) {
        return new Item(
                PhaseName.DOCUMENTS,
                "collection",
                locator,
                Map.of(),
                Amount.of(count, "documents"),
                "",
                fingerprint);
    }

    private static Plan plan(String server, Item... items) {
        Tenant tenant = new Tenant(new TenantId("abc"), Optional.of("acme"));
        return new Plan(
                Plan.SCHEMA,
                tenant,
                Instant.EPOCH,
                List.of(server),
                false,
                List.of(items),
                List.of(),
                List.of(),
                "");
    }
}
