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
    void anItemThatWentAwayMeanwhileIsNoDrift() {
        assertThat(Drift.between(plan("one", TASKS, MODELS), plan("one", TASKS)).none()).isTrue();
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
    }

    @Test
    void aPlanOfOtherServersIsDrift() {
        assertThat(Drift.between(plan("one", TASKS), plan("two", TASKS)).changes())
                .singleElement()
                .asString()
                .contains("other servers");
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
                List.of(items),
                List.of(),
                List.of(),
                "");
    }
}
