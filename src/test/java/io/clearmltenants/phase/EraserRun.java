package io.clearmltenants.phase;

import io.clearmltenants.fixture.TemporaryFolder;
import io.clearmltenants.journal.Journal;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.journal.RunRequest;
import io.clearmltenants.journal.Runs;
import io.clearmltenants.json.JsonMapping;
import io.clearmltenants.report.Event;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An eraser over phases of which a test says what they do, with a real journal. */
final class EraserRun implements BeforeEachCallback, AfterEachCallback {
    static final Target TARGET =
            new Target(
                    new Tenant(new TenantId("abc"), Optional.of("acme")),
                    Set.of(),
                    kind -> Stream.empty());

    /** The names of the phases that worked, in order. */
    final List<String> erased = new ArrayList<>();

    final List<Event> events = new ArrayList<>();
    boolean stop;
    boolean leaseLost;
    private TemporaryFolder folder;
    private RunFolder run;
    private Journal journal;

    @Override
    public void beforeEach(ExtensionContext context) {
        folder = new TemporaryFolder("eraser");
        run =
                new Runs(folder.path(), JsonMapping.objectMapper(), sentence -> {})
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

    @Override
    public void afterEach(ExtensionContext context) {
        journal.close();
        folder.close();
    }

    /** What stands in the journal. */
    RunFolder folder() {
        return run;
    }

    /** Erases three things. */
    Phase works(PhaseName name) {
        return phase(
                name,
                () -> {
                    erased.add(name.name());
                    return 3;
                });
    }

    /** Never erases anything. */
    static Phase fails(PhaseName name) {
        return phase(
                name,
                () -> {
                    throw new IllegalStateException("no permission");
                });
    }

    /** Erases its item in one chunk by this change. */
    static Phase phase(PhaseName name, LongSupplier change) {
        return phase(name, 1, change);
    }

    /** The same, several items at once. */
    static Phase phase(PhaseName name, int itemsAtOnce, LongSupplier change) {
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

    Eraser eraser(Phase... phases) {
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

    static List<Item> items(PhaseName... phases) {
        return Arrays.stream(phases).map(EraserRun::item).toList();
    }

    static Item item(PhaseName phase) {
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
