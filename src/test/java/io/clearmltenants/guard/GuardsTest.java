package io.clearmltenants.guard;

import static io.clearmltenants.guard.Situations.among;
import static io.clearmltenants.guard.Situations.keeping;
import static io.clearmltenants.guard.Situations.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.Store;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuardsTest {
    @Test
    void aNameThatDiffersIsShownBesideTheRightOne() {
        Situation situation = named("acmee");

        assertThat(new NameGuard().refuse(situation))
                .hasValue(
                        "Tenant abc is named 'acme', not 'acmee'; check the id, or give the name exactly.");
    }

    @Test
    void theRightNameIsNoReasonToRefuse() {
        assertThat(new NameGuard().refuse(named("acme"))).isEmpty();
    }

    @Test
    void aTwinThatDiffersInCaseAloneSharesTheIndices() {
        Situation situation = among(Set.of("xyz", "ABC"));

        assertThat(new CaseTwinGuard().refuse(situation))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("'ABC'", "indices"));
    }

    @Test
    void otherTenantsAreNoTwins() {
        assertThat(new CaseTwinGuard().refuse(among(Set.of("abc2", "x-abc")))).isEmpty();
    }

    @Test
    void withoutRedisNobodyKnowsWhetherAgentsRun() {
        Situation situation = keeping(Scope.without(Set.of(Store.REDIS)));

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
}
