package io.clearmltenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.journal.Entry;
import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.report.PhaseResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseSumsTest {
    private static final PhaseName PHASE = PhaseName.DOCUMENTS;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // what happened,                               planned, counted, lost,  left, found,
        // erased, gone
        "all went,                                          20,      20, false,    0,    20,     20,    0",
        "some could not be erased,                          20,      15, false,    5,    20,     15,    0",
        "somebody else erased some before their turn,       20,      15, false,    0,    20,     15,    5",
        "some went before their turn and some are left,     20,      12, false,    5,    20,     12,    3",
        "some came after the plan and were erased too,      20,      23, false,    0,    23,     23,    0",
        "some came back and are left,                       20,      20, false,    4,    24,     20,    0",
        "a kill lost the count of a chunk,                  20,      12, true,     0,    20,     20,    0",
        "a kill lost a count and some are left,             20,      12, true,     3,    20,     17,    0",
        "nothing was planned and the sweep found some,       0,       7, false,    0,     7,      7,    0",
        "a phase was left out after another failed,         20,       0, false,   20,    20,      0,    0"
    })
    void whatIsFoundIsErasedOrGoneOrLeft(
            String what,
            long planned,
            long counted,
            boolean lost,
            long left,
            long found,
            long erased,
            long gone) {
        PhaseResult result =
                sums(items(planned), Map.of(PHASE, counted), lost, items(left)).getFirst();

        assertThat(List.of(result.found(), result.erased(), result.gone(), result.left()))
                .containsExactly(found, erased, gone, left);
        assertThat(result.found()).isEqualTo(result.erased() + result.gone() + result.left());
    }

    @Test
    void whatASweepListsAgainIsFoundOnce() {
        List<Entry> swept = List.of(swept("task", 5), swept("task", 5), swept("task", 5));

        PhaseResult result =
                new PhaseSums(
                                items(20),
                                swept,
                                Map.of(PHASE, 15L),
                                Set.of(),
                                items(5),
                                Map.of(PHASE, List.of("task: no permission")))
                        .results()
                        .getFirst();

        assertThat(result)
                .isEqualTo(
                        new PhaseResult(
                                PHASE,
                                "documents",
                                1,
                                20,
                                15,
                                0,
                                5,
                                List.of("task"),
                                List.of("task: no permission")));
    }

    @Test
    void aPhaseThatOnlyTheSweepFoundHasItsUnitAndItsItems() {
        PhaseResult result =
                new PhaseSums(
                                List.of(),
                                List.of(swept("task", 3), swept("model", 4)),
                                Map.of(PHASE, 7L),
                                Set.of(),
                                List.of(),
                                Map.of())
                        .results()
                        .getFirst();

        assertThat(result.unit()).isEqualTo("documents");
        assertThat(result.items()).isEqualTo(2);
    }

    @Test
    void aPhaseThatFoundNothingIsNotListed() {
        assertThat(sums(List.of(), Map.of(), false, List.of())).isEmpty();
    }

    private static List<PhaseResult> sums(
            List<Item> planned, Map<PhaseName, Long> erased, boolean lost, List<Item> left) {
        return new PhaseSums(
                        planned, List.of(), erased, lost ? Set.of(PHASE) : Set.of(), left, Map.of())
                .results();
    }

    private static List<Item> items(long count) {
        return count == 0
                ? List.of()
                : List.of(
                        new Item(
                                PHASE,
                                "collection",
                                "task",
                                Map.of(),
                                Amount.of(count, "documents"),
                                "",
                                Optional.empty()));
    }

    private static Entry swept(String item, long count) {
        return new Entry(Instant.EPOCH, Entry.Step.FOUND_BY_SWEEP, PHASE, item, count, "documents");
    }
}
