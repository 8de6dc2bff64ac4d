package io.clearmltenants.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.journal.Entry;
import io.clearmltenants.journal.Journal;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.journal.RunRequest;
import io.clearmltenants.journal.Runs;
import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.report.Event;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EraserTest {
    private static final Target TARGET =
            new Target(
                    new Tenant(new TenantId("abc"), Optional.of("acme")),
                    Set.of(),
                    kind -> Stream.empty());

    @TempDir Path folder;
    private RunFolder run;
    private Journal journal;
    private final List<String> erased = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private boolean stop;
    private boolean leaseLost;

    @BeforeEach
    void open() {
        run =
                new Runs(folder, JsonMapping.objectMapper(), sentence -> {})
                        .create(
                                new RunRequest(
                                        RunRequest.SCHEMA,
                                        "run-1",
                                        TARGET.tenant(),
                                        Set.of(),
                                        "root@host",
                                        Instant.EPOCH));
        journal = run.openJournal();
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void phasesRunInTheirOrderWhateverTheOrderOfTheItems() {
        eraser(works(PhaseName.COMPANY), works(PhaseName.FILES))
                .erase(TARGET, List.of(item(PhaseName.COMPANY), item(PhaseName.FILES)));

        assertThat(erased).containsExactly("FILES", "COMPANY");
    }

    @Test
    void everyChunkStandsInTheJournalBeforeAndAfter() {
        eraser(works(PhaseName.QUEUES)).erase(TARGET, List.of(item(PhaseName.QUEUES)));

        assertThat(run.entries().map(Entry::step))
                .containsExactly(
                        Entry.Step.CHUNK_STARTED, Entry.Step.CHUNK_DONE, Entry.Step.PHASE_DONE);
        assertThat(run.erased()).isEqualTo(Map.of(PhaseName.QUEUES, 3L));
    }

    @Test
    void theEndOfAPhaseTellsWhatWasErasedAndNotWhatWasPlanned() {
        eraser(phase(PhaseName.QUEUES, () -> 2), fails(PhaseName.TRASH))
                .erase(TARGET, items(PhaseName.QUEUES, PhaseName.TRASH));

        assertThat(events)
                .contains(
                        new Event.PhaseFinished(PhaseName.QUEUES, 2, true),
                        new Event.PhaseFinished(PhaseName.TRASH, 0, false));
    }

    @Test
    void aPhaseThatRunsAgainTellsOfItsSecondTimeAlone() {
        Eraser eraser = eraser(works(PhaseName.QUEUES));
        eraser.erase(TARGET, items(PhaseName.QUEUES));
        events.clear();

        eraser.erase(TARGET, items(PhaseName.QUEUES));

        assertThat(events).contains(new Event.PhaseFinished(PhaseName.QUEUES, 3, true));
    }

    @Test
    void whenFilesCannotBeErasedTheMapToThemStaysAndTheRestGoes() {
        Eraser eraser =
                eraser(
                        fails(PhaseName.FILES),
                        works(PhaseName.DOCUMENTS),
                        works(PhaseName.EVENTS),
                        works(PhaseName.QUEUES),
                        works(PhaseName.REDIS));

        eraser.erase(
                TARGET,
                items(
                        PhaseName.FILES,
                        PhaseName.QUEUES,
                        PhaseName.DOCUMENTS,
                        PhaseName.EVENTS,
                        PhaseName.REDIS));

        assertThat(erased).containsExactly("QUEUES", "REDIS");
        assertThat(eraser.failures())
                .containsOnlyKeys(PhaseName.FILES, PhaseName.DOCUMENTS, PhaseName.EVENTS);
        assertThat(eraser.failures().get(PhaseName.FILES))
                .containsExactly("FILES item: no permission");
    }

    @Test
    void theCompanyStaysAsAMarkWhileAnythingIsLeft() {
        Eraser eraser =
                eraser(fails(PhaseName.TRASH), works(PhaseName.USERS), works(PhaseName.COMPANY));

        eraser.erase(TARGET, items(PhaseName.TRASH, PhaseName.USERS, PhaseName.COMPANY));

        assertThat(erased).containsExactly("USERS");
        assertThat(eraser.failures()).containsKey(PhaseName.COMPANY);
    }

    @Test
    void aFailureIsForgivenWhenAFreshListingNoLongerHasIt() {
        Eraser eraser = eraser(fails(PhaseName.TRASH), works(PhaseName.COMPANY));
        eraser.erase(TARGET, items(PhaseName.TRASH, PhaseName.COMPANY));

        eraser.forgive();
        eraser.erase(TARGET, items(PhaseName.COMPANY));

        assertThat(erased).containsExactly("COMPANY");
        assertThat(eraser.failures()).isEmpty();
    }

    @Test
    void whatCanNoLongerBeProvenIsNeverForgivenSinceNoListingShowsIt() {
        Phase changed =
                phase(
                        PhaseName.EVENTS,
                        () -> {
                            throw new OwnershipLost("It serves another company. It was left.");
                        });
        Eraser eraser = eraser(changed, fails(PhaseName.REDIS));

        eraser.erase(TARGET, items(PhaseName.EVENTS, PhaseName.REDIS));
        eraser.forgive();

        assertThat(eraser.failures())
                .isEqualTo(
                        Map.of(
                                PhaseName.EVENTS,
                                List.of("EVENTS item: It serves another company. It was left.")));
        assertThat(eraser.unproven()).extracting(Item::phase).containsExactly(PhaseName.EVENTS);
    }

    @Test
    void aTransientFailureIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        Phase flaky =
                phase(
                        PhaseName.QUEUES,
                        () -> {
                            if (tries.incrementAndGet() < 3) {
                                throw new TransientFailure("lost", null);
                            }
                            return 1;
                        });

        eraser(flaky).erase(TARGET, List.of(item(PhaseName.QUEUES)));

        assertThat(tries).hasValue(3);
        assertThat(run.erased()).isEqualTo(Map.of(PhaseName.QUEUES, 1L));
    }

    @Test
    void aLostServerEndsTheRunSoThatItCanBeResumed() {
        Phase lost =
                phase(
                        PhaseName.QUEUES,
                        () -> {
                            throw new ConnectFailure("MongoDB is gone.");
                        });

        assertThatThrownBy(
                        () ->
                                eraser(lost, works(PhaseName.USERS))
                                        .erase(TARGET, items(PhaseName.QUEUES, PhaseName.USERS)))
                .isInstanceOf(ConnectFailure.class);
        assertThat(erased).isEmpty();
    }

    @Test
    void withoutTheLeaseNothingIsWritten() {
        leaseLost = true;

        assertThatThrownBy(
                        () ->
                                eraser(works(PhaseName.QUEUES))
                                        .erase(TARGET, List.of(item(PhaseName.QUEUES))))
                .isInstanceOf(LeaseLost.class);
        assertThat(erased).isEmpty();
        assertThat(run.entries()).isEmpty();
    }

    @Test
    void aStopBetweenItemsInterruptsTheRun() {
        Phase stopping =
                phase(
                        PhaseName.QUEUES,
                        () -> {
                            stop = true;
                            return 1;
                        });

        assertThatThrownBy(
                        () ->
                                eraser(stopping, works(PhaseName.USERS))
                                        .erase(TARGET, items(PhaseName.QUEUES, PhaseName.USERS)))
                .isInstanceOf(Interrupted.class);
        assertThat(erased).isEmpty();
        assertThat(run.erased()).containsKey(PhaseName.QUEUES);
    }

    @Test
    void aPhaseThatSaysSoHasItsItemsErasedAtOnce() {
        CountDownLatch both = new CountDownLatch(2);
        Phase together =
                phase(
                        PhaseName.DOCUMENTS,
                        2,
                        () -> {
                            both.countDown();
                            Awaitility.await().until(() -> both.getCount() == 0);
                            return 1;
                        });

        eraser(together)
                .erase(TARGET, List.of(item(PhaseName.DOCUMENTS), item(PhaseName.DOCUMENTS)));

        assertThat(run.erased()).containsEntry(PhaseName.DOCUMENTS, 2L);
    }

    private Phase works(PhaseName name) {
        return phase(
                name,
                () -> {
                    erased.add(name.name());
                    return 3;
                });
    }

    private static Phase fails(PhaseName name) {
        return phase(
                name,
                () -> {
                    throw new IllegalStateException("no permission");
                });
    }

    private static Phase phase(PhaseName name, LongSupplier change) {
        return phase(name, 1, change);
    }

    private static Phase phase(PhaseName name, int itemsAtOnce, LongSupplier change) {
        return new Phase() {
            @Override
            public int itemsAtOnce() {
                return itemsAtOnce;
            }

            @Override
            public PhaseName name() {
                return name;
            }

            @Override
            public Stream<Item> find(Target target) {
                return Stream.of(item(name));
            }

            @Override
            public boolean erase(Target target, Item item, WriteGate gate) {
                gate.write(item, "all of it", change);
                return false;
            }
        };
    }

    private Eraser eraser(Phase... phases) {
        Lease lease =
                new Lease() {
                    @Override
                    public void assertHeld() {
                        if (leaseLost) {
                            throw new LeaseLost("Another run holds the tenant.");
                        }
                    }

                    @Override
                    public void close() {}
                };
        return new Eraser(
                new Phases(Arrays.asList(phases)),
                "run-1",
                lease,
                journal,
                new Retry(Duration.ofSeconds(30), () -> stop, event -> {}),
                () -> stop,
                events::add);
    }

    private static List<Item> items(PhaseName... phases) {
        return Arrays.stream(phases).map(EraserTest::item).toList();
    }

    private static Item item(PhaseName phase) {
        return new Item(
                phase,
                "thing",
                phase + " item",
                Map.of(),
                Amount.of(3, "documents"),
                "",
                Optional.empty());
    }
}
