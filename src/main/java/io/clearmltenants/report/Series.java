package io.clearmltenants.report;

import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.PhaseName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Items that differ in nothing but the month at the end of their names: one line says as much as
 * many.
 *
 * @param items in the order of their names; often just one
 */
record Series(List<Item> items) {
    private static final Pattern MONTH = Pattern.compile("_\\d{4}-\\d{2}$");

    /** Items in their order, those of a series together at the place of its first one. */
    static List<Series> of(List<Item> items) {
        Map<Key, List<Item>> groups = new LinkedHashMap<>();
        for (Item item : items) {
            groups.computeIfAbsent(Key.of(item), _ -> new ArrayList<>()).add(item);
        }
        return groups.values().stream().map(Series::sorted).toList();
    }

    Item first() {
        return items.getFirst();
    }

    /** The items' name, or the names of the first and the last with their number. */
    String locator() {
        if (items.size() == 1) {
            return first().locator();
        }
        var month = MONTH.matcher(items.getLast().locator());
        String last = month.find() ? month.group() : items.getLast().locator();
        return first().locator() + " .. " + last + " (" + items.size() + ")";
    }

    /** What they hold together. */
    Amount amount() {
        return sum(items);
    }

    /** What items hold together; their size is unknown where one's is. */
    static Amount sum(List<Item> items) {
        long count = items.stream().mapToLong(item -> item.amount().count()).sum();
        boolean known = items.stream().allMatch(item -> item.amount().bytes() >= 0);
        long bytes = items.stream().mapToLong(item -> item.amount().bytes()).sum();
        return new Amount(count, items.getFirst().amount().unit(), known ? bytes : Amount.UNKNOWN);
    }

    private static Series sorted(List<Item> items) {
        return new Series(items.stream().sorted(Comparator.comparing(Item::locator)).toList());
    }

    private record Key(PhaseName phase, String kind, String name, String unit, String why) {
        static Key of(Item item) {
            return new Key(
                    item.phase(),
                    item.kind(),
                    MONTH.matcher(item.locator()).replaceFirst("_month"),
                    item.amount().unit(),
                    item.why());
        }
    }
}
