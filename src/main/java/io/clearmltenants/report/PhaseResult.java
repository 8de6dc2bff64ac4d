package io.clearmltenants.report;

import io.clearmltenants.phase.PhaseName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What one phase came to, in this attempt and the interrupted ones before it; found = erased + gone
 * + left.
 *
 * @param phase which
 * @param unit what is counted, in the plural
 * @param items how many items the plan and the sweeps found
 * @param found how many units the plan listed, and what came after it
 * @param erased how many units were erased; a chunk whose count a kill has lost counts with what it
 *     must have held
 * @param gone how many units were gone already when their turn came
 * @param left how many units the last listing still found
 * @param names the exact name of each item, as plan and sweeps show it
 * @param failures one sentence for each item that could not be erased
 */
@RegisterForReflection
public record PhaseResult(
        PhaseName phase,
        String unit,
        long items,
        long found,
        long erased,
        long gone,
        long left,
        List<String> names,
        List<String> failures) {

    /** Reports of earlier releases have no names. */
    public PhaseResult {
        names = names == null ? List.of() : names;
    }
}
