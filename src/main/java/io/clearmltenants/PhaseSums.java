package io.clearmltenants;

import io.clearmltenants.journal.Entry;
import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.report.PhaseResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What each phase came to, over all attempts of a run, so that found = erased + gone + left.
 *
 * <p>What came back after it was erased, or came after the plan, is found and erased once more. A
 * sweep lists again what could not be erased before: it is not found twice. So a phase has found
 * what was planned, or what was erased and is left, whichever is more.
 *
 * @param planned the items of the plan
 * @param swept the journal's lines about what the sweeps found
 * @param erased the units that went through the gate
 * @param uncounted the phases with a chunk that was begun and whose count is lost
 * @param left what the last listing found
 * @param failures one sentence for each item that could not be erased
 */
record PhaseSums(
        List<Item> planned,
        List<Entry> swept,
        Map<PhaseName, Long> erased,
        Set<PhaseName> uncounted,
        List<Item> left,
        Map<PhaseName, List<String>> failures) {

    /** One result for each phase that found something, in order. */
    List<PhaseResult> results() {
        return Arrays.stream(PhaseName.values())
                .map(this::result)
                .filter(result -> result.items() > 0 || result.found() > 0)
                .toList();
    }

    private PhaseResult result(PhaseName phase) {
        long counted = erased.getOrDefault(phase, 0L);
        long remaining = count(left, phase);
        long found = Math.max(count(planned, phase), counted + remaining);
        long unexplained = found - counted - remaining;
        List<String> names = names(phase);
        boolean lost = uncounted.contains(phase);
        return new PhaseResult(
                phase,
                unit(phase),
                names.size(),
                found,
                lost ? counted + unexplained : counted,
                lost ? 0 : unexplained,
                remaining,
                names,
                failures.getOrDefault(phase, List.of()));
    }

    private static long count(List<Item> items, PhaseName phase) {
        return of(items, phase).map(Item::amount).mapToLong(Amount::count).sum();
    }

    private List<String> names(PhaseName phase) {
        return Stream.of(
                        of(planned, phase).map(Item::locator),
                        of(left, phase).map(Item::locator),
                        sweptIn(phase).map(Entry::item))
                .flatMap(locators -> locators)
                .distinct()
                .toList();
    }

    private String unit(PhaseName phase) {
        return Stream.concat(
                        Stream.concat(of(planned, phase), of(left, phase))
                                .map(item -> item.amount().unit()),
                        sweptIn(phase).map(Entry::text))
                .findFirst()
                .orElse("");
    }

    private Stream<Entry> sweptIn(PhaseName phase) {
        return swept.stream().filter(entry -> entry.phase() == phase);
    }

    private static Stream<Item> of(List<Item> items, PhaseName phase) {
        return items.stream().filter(item -> item.phase() == phase);
    }
}
