package io.clearmltenants.guard;

import static io.clearmltenants.guard.Situations.among;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.PhaseName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignIndexGuardTest {

    @Test
    void anIndexThatAnotherTenantsNameClaimsIsNotErased() {
        Situation situation = among(Set.of("ABC"), indices("events-log-abc", ""));

        assertThat(new ForeignIndexGuard().refuse(situation))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("events-log-abc", "'ABC'"));
    }

    @ParameterizedTest
    @CsvSource({
        "payments,            '',                                payments is not the tenant's",
        "payments,            events-log-xyz,                    its alias events-log-xyz is not",
        "reindexed,           'events-log-abc,other',            its alias other is not",
        "events-log-abc,      events-log-abc2,                   which belongs to tenant 'abc2'",
        "reindexed,           'events-log-abc,events-log-abc2',  which belongs to tenant 'abc2'"
    })
    void anIndexInThePlanThatIsNotTheTenantsIsRefused(String index, String aliases, String why) {
        Situation situation = among(Set.of("abc2"), indices(index, aliases));

        assertThat(new ForeignIndexGuard().refuse(situation))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(index, why));
    }

    @Test
    void anIndexThatIsTheTenantsByItsAliasesAloneMayGo() {
        Situation situation =
                among(Set.of("abc2"), indices("reindexed", "events-log-abc,events-plot-abc"));

        assertThat(new ForeignIndexGuard().refuse(situation)).isEmpty();
    }

    @Test
    void anIndexThatNobodyElseClaimsMayGo() {
        Situation situation = among(Set.of("abc2"), indices("events-log-abc", ""));

        assertThat(new ForeignIndexGuard().refuse(situation)).isEmpty();
    }

    @Test
    void anItemThatShowsAnotherIndexThanItWouldDeleteIsRefused() {
        Item item = indices("events-log-abc", "");
        Item edited =
                new Item(
                        item.phase(),
                        item.kind(),
                        "events-plot-abc",
                        item.address(),
                        item.amount(),
                        item.why(),
                        item.fingerprint());

        assertThat(refusal(edited))
                .hasValueSatisfying(
                        sentence ->
                                assertThat(sentence).contains("events-plot-abc", "events-log-abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "events-*", "a,b", "../x", "_all", "-abc", "<logs-{now/d}>"})
    void anItemThatNamesAPatternOrAListIsRefused(String index) {
        assertThat(refusal(indices(index, "")))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("does not say which index"));
    }

    private static Optional<String> refusal(Item item) {
        return new ForeignIndexGuard().refuse(among(Set.of(), item));
    }

    private static Item indices(String name, String aliases) {
        return new Item(
                PhaseName.EVENTS,
                "index",
                name,
                Map.of("cluster", "u", "index", name, "uuid", "1", "aliases", aliases),
                Amount.of(1, "indices"),
                "",
                Optional.empty());
    }
}
