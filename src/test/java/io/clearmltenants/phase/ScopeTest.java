package io.clearmltenants.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void whatIsLeftOutByNameIsNoPhaseAndIsRemembered() {
        Scope scope = Scope.without(Set.of(Store.FILES, Store.REDIS));

        assertThat(scope.covers(Store.FILES)).isFalse();
        assertThat(scope.covers(Store.REDIS)).isFalse();
        assertThat(scope.covers(PhaseName.COMPANY)).isTrue();
        assertThat(scope.leftOut()).containsExactlyInAnyOrder(Store.FILES, Store.REDIS);
        assertThat(scope.keepingUsers().leftOut()).isEqualTo(scope.leftOut());
    }

    @Test
    void whatIsNotNamedWithOnlyIsNotLeftOutByName() {
        assertThat(Scope.only(Set.of(Store.MONGO)).leftOut()).isEmpty();
        assertThat(Scope.only(Set.of()).complete()).isTrue();
    }

    @Test
    void aWholeStoreIsCalledByItsNameAndAPartByItsPhases() {
        assertThat(Scope.all().labels()).isEmpty();
        assertThat(Scope.only(Set.of(Store.MONGO, Store.FILES)).labels())
                .containsExactly("files", "mongo");
        assertThat(Scope.only(Set.of(Store.MONGO)).keepingUsers().labels())
                .contains("documents", "queues")
                .doesNotContain("mongo", "users", "company");
    }
}
