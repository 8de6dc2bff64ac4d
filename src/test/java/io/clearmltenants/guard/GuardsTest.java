package io.clearmltenants.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.Store;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardsTest {
    private static final Tenant ACME = new Tenant(new TenantId("abc"), Optional.of("acme"));

    @Test
    void aNameThatDiffersIsShownBesideTheRightOne() {
        Situation situation =
                situation(Optional.of("acmee"), Set.of(), List.of(), Duration.ZERO, Set.of());

        assertThat(new NameGuard().refuse(situation))
                .hasValue(
                        "Tenant abc is named 'acme', not 'acmee'; check the id, or give the name exactly.");
    }

    @Test
    void theRightNameIsNoReasonToRefuse() {
        assertThat(
                        new NameGuard()
                                .refuse(
                                        situation(
                                                Optional.of("acme"),
                                                Set.of(),
                                                List.of(),
                                                Duration.ZERO,
                                                Set.of())))
                .isEmpty();
    }

    @Test
    void aTwinThatDiffersInCaseAloneSharesTheIndices() {
        Situation situation =
                situation(
                        Optional.empty(), Set.of("xyz", "ABC"), List.of(), Duration.ZERO, Set.of());

        assertThat(new CaseTwinGuard().refuse(situation))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("'ABC'", "indices"));
    }

    @Test
    void otherTenantsAreNoTwins() {
        assertThat(
                        new CaseTwinGuard()
                                .refuse(
                                        situation(
                                                Optional.empty(),
                                                Set.of("abc2", "x-abc"),
                                                List.of(),
                                                Duration.ZERO,
                                                Set.of())))
                .isEmpty();
    }

    @Test
    void anIndexThatAnotherTenantsNameClaimsIsNotErased() {
        Situation situation =
                situation(
                        Optional.empty(),
                        Set.of("ABC"),
                        List.of(indices("events-log-abc", "")),
                        Duration.ZERO,
                        Set.of());

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
        Situation situation =
                situation(
                        Optional.empty(),
                        Set.of("abc2"),
                        List.of(indices(index, aliases)),
                        Duration.ZERO,
                        Set.of());

        assertThat(new ForeignIndexGuard().refuse(situation))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(index, why));
    }

    @Test
    void anIndexThatIsTheTenantsByItsAliasesAloneMayGo() {
        Situation situation =
                situation(
                        Optional.empty(),
                        Set.of("abc2"),
                        List.of(indices("reindexed", "events-log-abc,events-plot-abc")),
                        Duration.ZERO,
                        Set.of());

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
        return new ForeignIndexGuard()
                .refuse(
                        situation(
                                Optional.empty(),
                                Set.of(),
                                List.of(item),
                                Duration.ZERO,
                                Set.of()));
    }

    @Test
    void anIndexThatNobodyElseClaimsMayGo() {
        Situation situation =
                situation(
                        Optional.empty(),
                        Set.of("abc2"),
                        List.of(indices("events-log-abc", "")),
                        Duration.ZERO,
                        Set.of());

        assertThat(new ForeignIndexGuard().refuse(situation)).isEmpty();
    }

    @Test
    void clocksThatDifferByOverAMinuteMakeTheLeaseUnsafe() {
        Situation situation =
                situation(Optional.empty(), Set.of(), List.of(), Duration.ofSeconds(-61), Set.of());

        assertThat(new ClockGuard().refuse(situation))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("61 s", "--with-clock-skew"));
    }

    @Test
    void aUserMayInsistInSpiteOfTheClocks() {
        Situation situation =
                situation(
                        Optional.empty(),
                        Set.of(),
                        List.of(),
                        Duration.ofHours(1),
                        Set.of(Insistence.CLOCK_SKEW));

        assertThat(new ClockGuard().refuse(situation)).isEmpty();
    }

    @Test
    void withoutRedisNobodyKnowsWhetherAgentsRun() {
        Target target = new Target(ACME, Set.of(), kind -> Stream.empty());
        Situation situation =
                new Situation(
                        target,
                        Optional.empty(),
                        Optional.of(plan(List.of())),
                        Scope.without(Set.of(Store.REDIS)),
                        List.of(),
                        Set.of());

        assertThat(new LiveAgentsGuard(null).refuse(situation))
                .hasValueSatisfying(
                        sentence ->
                                assertThat(sentence)
                                        .contains("Without Redis", "--with-live-agents"));
    }

    @Test
    void filesThatNoPhaseErasesAreKeptByTheUsersWordAlone() {
        Finding.Kept files = new Finding.Kept(Store.FILES, "/mnt/fileserver", "98 files stay.");

        assertThat(new KeptFilesGuard().refuse(keeping(Scope.all(), files)))
                .hasValue(
                        "98 files stay. Or leave files out with --without files: they are kept then, and the report says so.");
        assertThat(new KeptFilesGuard().refuse(keeping(Scope.only(Set.of(Store.FILES)), files)))
                .hasValue("98 files stay.");
        assertThat(new KeptFilesGuard().refuse(keeping(Scope.only(Set.of(Store.MONGO)), files)))
                .isEmpty();
        assertThat(
                        new KeptFilesGuard()
                                .refuse(
                                        keeping(
                                                Scope.without(Set.of(Store.FILES)),
                                                Finding.Kept.whole(Store.FILES, "left out"))))
                .isEmpty();
    }

    @Test
    void whatIsKeptInOtherStoresIsNoReasonToRefuse() {
        assertThat(
                        new KeptFilesGuard()
                                .refuse(
                                        keeping(
                                                Scope.all(),
                                                new Finding.Kept(
                                                        Store.ELASTIC, "worker_stats_x", "odd"))))
                .isEmpty();
    }

    private static Situation keeping(Scope scope, Finding.Kept kept) {
        Plan plan =
                new Plan(
                        Plan.SCHEMA,
                        ACME,
                        Instant.EPOCH,
                        List.of(),
                        false,
                        List.of(),
                        List.of(),
                        List.of(kept),
                        "");
        return new Situation(
                new Target(ACME, Set.of(), kind -> Stream.empty()),
                Optional.empty(),
                Optional.of(plan),
                scope,
                List.of(),
                Set.of());
    }

    private static Plan plan(List<Item> items) {
        return new Plan(
                Plan.SCHEMA,
                ACME,
                Instant.EPOCH,
                List.of(),
                false,
                items,
                List.of(),
                List.of(),
                "");
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

    private static Situation situation(
            Optional<String> name,
            Set<String> neighbours,
            List<Item> items,
            Duration clock,
            Set<Insistence> insistences) {
        ServerState mongo =
                new ServerState(Store.MONGO, "MongoDB", "7", "id", Optional.of(clock), List.of());
        return new Situation(
                new Target(ACME, neighbours, kind -> Stream.empty()),
                name,
                Optional.of(plan(items)),
                Scope.all(),
                List.of(mongo),
                insistences);
    }
}
