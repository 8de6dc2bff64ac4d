package io.clearmltenants.plan;

import io.clearmltenants.phase.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What appeared or changed since a plan was made; what went away meanwhile is not drift.
 *
 * @param changes one sentence for each difference
 */
public record Drift(List<String> changes) {

    /** Compares a saved plan with what is there now. */
    public static Drift between(Plan saved, Plan now) {
        if (!saved.servers().equals(now.servers())) {
            return new Drift(
                    List.of(
                            "the plan was made on other servers (%s; these are %s)"
                                    .formatted(
                                            String.join(", ", saved.servers()),
                                            String.join(", ", now.servers()))));
        }
        Map<String, Item> planned = new HashMap<>();
        saved.items().forEach(item -> planned.put(key(item), item));
        return new Drift(
                now.items().stream()
                        .flatMap(item -> change(planned.get(key(item)), item))
                        .toList());
    }

    /** True where the plan still holds. */
    public boolean none() {
        return changes.isEmpty();
    }

    private static Stream<String> change(Item planned, Item now) {
        if (now.fingerprint().isEmpty()) {
            return Stream.empty();
        }
        if (planned == null) {
            return Stream.of(
                    "%s %s is new (%d %s)"
                            .formatted(
                                    now.kind(),
                                    now.locator(),
                                    now.amount().count(),
                                    now.amount().unit()));
        }
        if (planned.fingerprint().equals(now.fingerprint())) {
            return Stream.empty();
        }
        return Stream.of(
                "%s has changed (%d %s were planned, %d are there)"
                        .formatted(
                                now.locator(),
                                planned.amount().count(),
                                now.amount().unit(),
                                now.amount().count()));
    }

    private static String key(Item item) {
        return item.phase() + " " + item.address().getOrDefault(Item.FAMILY, item.locator());
    }
}
