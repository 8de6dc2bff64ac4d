package io.clearmltenants.report;

import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.Store;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A plan and reports as a real server would give them. */
public final class Examples {
    public static final String ID = "6a1f0c2e9b7d4f58a3c1e0d2b4f69788";
    public static final Tenant ACME = new Tenant(new TenantId(ID), Optional.of("Acme Research"));

    private Examples() {}

    public static Plan plan() {
        List<Item> items = new ArrayList<>();
        items.add(
                item(
                        PhaseName.FREEZE,
                        "collection",
                        "auth.user",
                        new Amount(3, "users", Amount.UNKNOWN),
                        "their API credentials are for the tenant"));
        items.add(
                item(
                        PhaseName.FILES,
                        "folder",
                        "/mnt/fileserver/" + ID,
                        new Amount(48_213, "files", 91_234_567_890L),
                        "its name is the tenant's id"));
        items.add(documents("backend.task", 1_234_567, 2_345_678_901L));
        items.add(documents("backend.model", 41, 82_000));
        items.add(documents("backend.project", 1, 900));
        items.add(events("log", 12_000_000, 3_400_000_000L));
        items.add(events("training_debug_image", 5_400, 4_200_000));
        items.add(
                item(
                        PhaseName.REDIS,
                        "keys",
                        "workers, database 4",
                        Amount.of(12, "keys"),
                        "they name a worker of the tenant"));
        monthly("queue_metrics_").forEach(items::add);
        monthly("worker_stats_").forEach(items::add);
        return new Plan(
                Plan.SCHEMA,
                ACME,
                Instant.parse("2026-02-03T04:05:06.789Z"),
                List.of(
                        "MongoDB 7.0.22, replica set rs0, mongo:27017",
                        "Elasticsearch 8.17.0, cluster clearml, elasticsearch:9200"),
                false,
                items,
                List.of(
                        new Finding.Warning(
                                "2 agents of the tenant reported in the last 10 minutes; stop them, or they write while the tenant is erased.")),
                List.of(
                        new Finding.Kept(
                                Store.ELASTIC,
                                "worker_stats_" + ID + "_old",
                                "its name is like a statistics index of the tenant but ends in no month")),
                "");
    }

    public static Report report(Outcome outcome) {
        boolean complete = outcome == Outcome.COMPLETE;
        return new Report(
                Report.SCHEMA,
                "20260203T040506-acme",
                "clearml-tenants 0.1.0",
                ACME,
                "alice@server-1, process 4711",
                Instant.parse("2026-02-03T04:05:06Z"),
                Instant.parse("2026-02-03T04:07:16.5Z"),
                plan().servers(),
                List.of(),
                List.of(
                        new PhaseResult(
                                PhaseName.FREEZE,
                                "users",
                                1,
                                3,
                                3,
                                0,
                                0,
                                names(PhaseName.FREEZE),
                                List.of()),
                        new PhaseResult(
                                PhaseName.FILES,
                                "files",
                                1,
                                48_213,
                                complete ? 48_213 : 48_212,
                                0,
                                complete ? 0 : 1,
                                names(PhaseName.FILES),
                                complete
                                        ? List.of()
                                        : List.of(
                                                "/mnt/fileserver/"
                                                        + ID
                                                        + ": a/b.bin cannot be removed: Operation not permitted")),
                        new PhaseResult(
                                PhaseName.DOCUMENTS,
                                "documents",
                                3,
                                1_234_609,
                                1_234_600,
                                9,
                                0,
                                names(PhaseName.DOCUMENTS),
                                List.of()),
                        new PhaseResult(
                                PhaseName.EVENTS,
                                "documents",
                                2,
                                12_005_400,
                                12_005_400,
                                0,
                                0,
                                names(PhaseName.EVENTS),
                                List.of())),
                outcome == Outcome.LEFTOVERS
                        ? List.of(new Leftover(PhaseName.EVENTS, "events-log-" + ID, 7))
                        : List.of(),
                complete ? List.of() : plan().kept(),
                plan().warnings().stream().map(Finding.Warning::text).toList(),
                OutOfReach.sentences(true),
                "1f".repeat(32),
                "2e".repeat(32),
                outcome);
    }

    private static List<String> names(PhaseName phase) {
        return plan().items().stream()
                .filter(item -> item.phase() == phase)
                .map(Item::locator)
                .toList();
    }

    static Item item(PhaseName phase, String kind, String locator, Amount amount, String why) {
        return new Item(
                phase, kind, locator, Map.of("name", locator), amount, why, Optional.of("f1"));
    }

    private static Item documents(String collection, long count, long bytes) {
        return item(
                PhaseName.DOCUMENTS,
                "collection",
                collection,
                new Amount(count, "documents", bytes),
                "its field company is the tenant's id");
    }

    private static Item events(String type, long count, long bytes) {
        return item(
                PhaseName.EVENTS,
                "index",
                "events-" + type + "-" + ID,
                new Amount(count, "documents", bytes),
                "its name ends in the tenant's id");
    }

    private static List<Item> monthly(String prefix) {
        YearMonth first = YearMonth.of(2024, 1);
        return IntStream.range(0, 25)
                .mapToObj(first::plusMonths)
                .map(
                        month ->
                                item(
                                        PhaseName.STATISTICS,
                                        "index",
                                        prefix + ID + "_" + month,
                                        new Amount(1_000, "documents", 250_000),
                                        "its name carries the tenant's id and a month"))
                .toList();
    }
}
