package io.clearmltenants.report;

import io.clearmltenants.phase.PhaseName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What one phase came to.
 *
 * @param phase which
 * @param unit what is counted, in the plural
 * @param items how many items the plan and the sweep found
 * @param found how many units they held
 * @param erased how many units were erased, in this run and the interrupted ones before it
 * @param failures one sentence for each item that could not be erased
 */
@RegisterForReflection
public record PhaseResult(
        PhaseName phase, String unit, long items, long found, long erased, List<String> failures) {}
