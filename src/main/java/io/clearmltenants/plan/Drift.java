package io.clearmltenants.plan;

import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every difference between a saved plan and what is there now: what appeared, what changed, and
 * what is no longer there or no longer the tenant's. Only what the server itself keeps changing,
 * such as keys that expire, is none; for an index that is its content, not its identity.
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
        Map<String, Item> planned = byPlace(saved);
        Map<String, Item> there = byPlace(now);
        Stream<String> appearedOrChanged =
                there.entrySet().stream()
                        .flatMap(place -> change(planned.get(place.getKey()), place.getValue()));
        Stream<String> gone =
                planned.entrySet().stream()
                        .filter(place -> !there.containsKey(place.getKey()))
                        .flatMap(place -> gone(place.getValue()));
        return new Drift(
                Stream.of(repeated(saved), appearedOrChanged, gone, kept(saved, now))
                        .flatMap(changes -> changes)
                        .toList());
    }

    /** True if the plan still holds. */
    public boolean none() {
        return changes.isEmpty();
    }

    private static Stream<String> change(Item planned, Item now) {
        if (planned == null) {
            return now.fingerprint().isEmpty()
                    ? Stream.empty()
                    : Stream.of(
                            "%s %s is new (%s)".formatted(now.kind(), now.locator(), amount(now)));
        }
        if (planned.fingerprint().equals(now.fingerprint())
                && planned.address().equals(now.address())) {
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

    private static Stream<String> gone(Item planned) {
        return planned.fingerprint().isEmpty()
                ? Stream.empty()
                : Stream.of(
                        "%s %s is gone, or is not the tenant's (%s planned)"
                                .formatted(planned.kind(), planned.locator(), amount(planned)));
    }

    private static Stream<String> kept(Plan saved, Plan now) {
        return left(saved).equals(left(now))
                ? Stream.empty()
                : Stream.of(
                        "the plan keeps %s, there is to be kept now %s"
                                .formatted(labels(left(saved)), labels(left(now))));
    }

    /** The stores of which a plan keeps all, or files that no phase erases. */
    private static List<Store> left(Plan plan) {
        return plan.kept().stream()
                .filter(kept -> kept.everything() || kept.store() == Store.FILES)
                .map(Finding.Kept::store)
                .distinct()
                .toList();
    }

    private static String labels(List<Store> stores) {
        return stores.isEmpty()
                ? "nothing"
                : stores.stream().map(Store::label).collect(Collectors.joining(", "));
    }

    /** No plan that this program makes names a place twice. */
    private static Stream<String> repeated(Plan saved) {
        Map<String, Item> first = byPlace(saved);
        return saved.items().stream()
                .filter(item -> first.get(place(item)) != item)
                .map(item -> "%s %s is planned twice".formatted(item.kind(), item.locator()));
    }

    private static Map<String, Item> byPlace(Plan plan) {
        Map<String, Item> items = new LinkedHashMap<>();
        plan.items().forEach(item -> items.putIfAbsent(place(item), item));
        return items;
    }

    private static String place(Item item) {
        return item.phase() + " " + item.locator();
    }

    private static String amount(Item item) {
        return item.amount().count() + " " + item.amount().unit();
    }
}
