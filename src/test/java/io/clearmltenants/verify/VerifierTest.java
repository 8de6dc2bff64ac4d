package io.clearmltenants.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.Store;
import io.clearmltenants.phase.TransientFailure;
import io.clearmltenants.phase.Witness;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerifierTest {
    private static final Target TARGET =
            new Target(
                    new Tenant(new TenantId("abc"), Optional.empty()),
                    Set.of(),
                    kind -> Stream.empty());
    private static final Leftover KEYS = new Leftover(PhaseName.REDIS, "workers (db 4)", 3);

    @Test
    void whatIsLeftIsListedAndWhatNobodyCouldLookAtIsNamed() {
        Verifier verifier =
                new Verifier(
                        List.of(
                                new Seeing(Store.MONGO),
                                new Blind(Store.FILES, "no folder is known"),
                                new Lost(Store.ELASTIC, new TransientFailure("it is gone", null)),
                                new Seeing(Store.REDIS, KEYS)));

        Examined found = verifier.examine(TARGET, Scope.all());

        assertThat(found.clean()).isFalse();
        assertThat(found.leftovers()).containsExactly(KEYS);
        assertThat(found.unseen())
                .extracting(Finding.Kept::store, Finding.Kept::text)
                .containsExactly(
                        tuple(Store.FILES, "no folder is known"),
                        tuple(Store.ELASTIC, "it is gone"));
    }

    @Test
    void aStoreThatIsLeftOutIsNotLookedAtAndIsNoCleanEnd() {
        Verifier verifier =
                new Verifier(
                        List.of(
                                new Seeing(Store.MONGO),
                                new Lost(Store.REDIS, new ConnectFailure("must not be asked"))));

        Examined found = verifier.examine(TARGET, Scope.without(Set.of(Store.REDIS)));

        assertThat(found.leftovers()).isEmpty();
        assertThat(found.clean()).isFalse();
        assertThat(found.unseen())
                .singleElement()
                .isEqualTo(Finding.Kept.whole(Store.REDIS, "left out with --without redis"));
    }

    @Test
    void storesThatNobodyAskedAboutDoNotSpoilACleanEnd() {
        Verifier verifier =
                new Verifier(
                        List.of(
                                new Seeing(Store.MONGO),
                                new Lost(Store.REDIS, new ConnectFailure("must not be asked"))));

        assertThat(verifier.examine(TARGET, Scope.only(Set.of(Store.MONGO))).clean()).isTrue();
    }

    @Test
    void withoutMongoNobodyKnowsTheTenant() {
        Verifier verifier =
                new Verifier(List.of(new Lost(Store.MONGO, new ConnectFailure("no MongoDB"))));

        assertThatThrownBy(() -> verifier.examine(TARGET, Scope.all())).hasMessage("no MongoDB");
    }

    private record Seeing(Store store, Leftover... found) implements Witness {
        @Override
        public Stream<Leftover> look(Target target) {
            return Stream.of(found);
        }
    }

    private record Blind(Store store, String why) implements Witness {
        @Override
        public Stream<Leftover> look(Target target) {
            return Stream.empty();
        }

        @Override
        public Optional<String> blind(Target target) {
            return Optional.of(why);
        }
    }

    private record Lost(Store store, RuntimeException failure) implements Witness {
        @Override
        public Stream<Leftover> look(Target target) {
            throw failure;
        }
    }
}
