package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.Hold;
import io.clearmltenants.fixture.Relay;
import io.clearmltenants.fixture.RunningCli;
import io.clearmltenants.fixture.World;
import io.clearmltenants.phase.PhaseName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several processes at once. */
@OnServers
class ConcurrencyIT {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Deletion deletion;

    @BeforeEach
    void prepare(Deletion deletion) {
        this.deletion = deletion;
    }

    /** Whoever is first is held until the other one has been refused. */
    @Test
    void ofTwoProcessesOnOneTenantOneErasesItAndTheOtherIsRefused() throws Exception {
        Hold hold = deletion.relays().mongo().holdWhen(FirstChange.of(PhaseName.FREEZE));
        try (RunningCli one = deletion.relayed().start();
                RunningCli two = deletion.relayed().start()) {
            hold.await(LONGEST);
            CompletableFuture.anyOf(one.process().onExit(), two.process().onExit())
                    .get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            hold.release();

            List<CliResult> results = List.of(one.awaitEnd(), two.awaitEnd());

            assertThat(results)
                    .extracting(CliResult::exitCode)
                    .as(results.toString())
                    .containsExactlyInAnyOrder(0, 11);
        }
        deletion.isComplete();
    }

    /** Both hold their leases at the same time. */
    @Test
    void twoProcessesEraseTwoTenantsAtOnce() {
        Relay mongo = deletion.relays().mongo();
        List<Hold> holds =
                Stream.of(1, 2).map(_ -> mongo.holdWhen("update auth.user"::equals)).toList();
        try (RunningCli one = deletion.relayed().start();
                RunningCli two = ofTheBystander().start()) {
            holds.forEach(hold -> hold.await(LONGEST));
            holds.forEach(Hold::release);

            List<CliResult> results = List.of(one.awaitEnd(), two.awaitEnd());

            assertThat(results)
                    .extracting(CliResult::exitCode)
                    .as(results.toString())
                    .containsExactly(0, 0);
        }
        deletion.proof().victimIsGone();
        assertThat(
                        deletion.installation()
                                .clients()
                                .mongo()
                                .getDatabase("backend")
                                .listCollectionNames())
                .doesNotContain("clearml_tenants_lock");
    }

    private CliProcess ofTheBystander() {
        return deletion.installation()
                .cli(
                        deletion.relays().addresses(),
                        "delete",
                        World.BYSTANDER,
                        "--name",
                        World.BYSTANDER_NAME,
                        "--yes",
                        "--with-live-agents",
                        "--unknown-collections",
                        "--wait",
                        "0");
    }
}
