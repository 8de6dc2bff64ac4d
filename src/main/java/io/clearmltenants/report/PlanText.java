package io.clearmltenants.report;

import com.github.freva.asciitable.Column;
import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A plan as text: what will be erased, why it is the tenant's, and what to know before. */
public final class PlanText {
    private static final int WHAT = 66;

    private PlanText() {}

    /** The plan as a person reads it, ended by a line break. */
    public static String of(Plan plan) {
        StringBuilder text = new StringBuilder();
        text.append("Plan: erase the tenant ")
                .append(Printable.of(plan.tenant().label()))
                .append("\n\n");
        text.append(TextTable.pairs(facts(plan)));
        text.append('\n').append(items(plan.items()));
        if (!plan.kept().isEmpty()) {
            text.append("\nKept for review\n").append(kept(plan.kept()));
        }
        if (!plan.warnings().isEmpty()) {
            text.append("\nWarnings\n")
                    .append(TextTable.list(plan.warnings().stream().map(Finding::text).toList()));
        }
        return text.toString();
    }

    /** A table of what is kept, ended by a line break. */
    static String kept(List<Finding.Kept> kept) {
        return TextTable.of(
                List.of(
                        TextTable.text("Store", 10),
                        TextTable.text("What", 52),
                        TextTable.text("Why", 36)),
                kept.stream()
                        .map(one -> List.of(one.store().label(), one.locator(), one.text()))
                        .toList());
    }

    private static List<List<String>> facts(Plan plan) {
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("Made", Words.time(plan.created())));
        for (String server : plan.servers()) {
            facts.add(List.of(server.equals(plan.servers().getFirst()) ? "Servers" : "", server));
        }
        facts.add(List.of("In all", total(plan.items())));
        facts.add(
                List.of(
                        "Takes about",
                        Words.duration(Estimate.of(plan.items())) + ", " + Estimate.basis()));
        if (!plan.digest().isEmpty()) {
            facts.add(List.of("Digest", plan.digest()));
        }
        return facts;
    }

    private static String items(List<Item> items) {
        if (items.isEmpty()) {
            return "Nothing of this tenant was found.\n";
        }
        List<List<String>> rows = new ArrayList<>();
        for (List<Item> group : groups(items)) {
            rows.addAll(rows(group));
        }
        List<Column> columns =
                List.of(
                        TextTable.text("What is erased, in this order", WHAT),
                        TextTable.number("How much"),
                        TextTable.number("Size"));
        return TextTable.of(columns, rows);
    }

    /** A line for the phase and the reason, and one for each item below it. */
    private static List<List<String>> rows(List<Item> group) {
        Item first = group.getFirst();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(heading(first.phase()) + ": " + first.why(), "", ""));
        for (Item item : group) {
            Amount amount = item.amount();
            rows.add(
                    List.of(
                            "  " + item.kind() + " " + item.locator(),
                            Words.count(amount.count(), amount.unit()),
                            Words.bytes(amount.bytes())));
        }
        return rows;
    }

    private static String heading(PhaseName phase) {
        String store = phase.store().label();
        return phase.label().equals(store) ? store : phase.label() + ", in " + store;
    }

    private static Iterable<List<Item>> groups(List<Item> items) {
        record Heading(Object phase, String why) {}
        Map<Heading, List<Item>> groups = new LinkedHashMap<>();
        for (Item item : items) {
            groups.computeIfAbsent(new Heading(item.phase(), item.why()), _ -> new ArrayList<>())
                    .add(item);
        }
        return groups.values();
    }

    /** For example "12,345 documents, 3 users; 1.2 GB". */
    private static String total(List<Item> items) {
        if (items.isEmpty()) {
            return "nothing";
        }
        Map<String, Long> counts =
                items.stream()
                        .map(Item::amount)
                        .collect(
                                Collectors.groupingBy(
                                        Amount::unit,
                                        TreeMap::new,
                                        Collectors.summingLong(Amount::count)));
        String amounts =
                counts.entrySet().stream()
                        .map(unit -> Words.count(unit.getValue(), unit.getKey()))
                        .collect(Collectors.joining(", "));
        long bytes = items.stream().mapToLong(item -> Math.max(0, item.amount().bytes())).sum();
        boolean known = items.stream().allMatch(item -> item.amount().bytes() >= 0);
        return amounts + "; " + (known ? "" : "at least ") + Words.bytes(bytes);
    }
}
