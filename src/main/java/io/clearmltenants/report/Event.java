package io.clearmltenants.report;

import io.clearmltenants.phase.PhaseName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;

/** Something that happened during a run; renderers print it, nobody else does. */
@RegisterForReflection
public sealed interface Event {

    /** The run enters its next stage ("backup", "erase", "verify"). */
    record StageStarted(String stage) implements Event {}

    /**
     * A phase begins. @param total how many units the plan counted for it; @param unit in the
     * plural
     */
    record PhaseStarted(PhaseName phase, int items, long total, String unit) implements Event {}

    /** A chunk is gone. @param units how many units of the phase it held */
    record ChunkErased(PhaseName phase, String locator, long units) implements Event {}

    /**
     * A phase ends.
     *
     * @param erased how many units went through the gate, whatever was planned
     * @param complete false if an item of it could not be erased
     */
    record PhaseFinished(PhaseName phase, long erased, boolean complete) implements Event {}

    /** An item could not be erased; the phase continues with the next one. */
    record ItemFailed(PhaseName phase, String locator, String reason) implements Event {}

    /** A transient failure; the operation is tried again. */
    record Retrying(String what, String reason, int attempt) implements Event {}

    /** The run waits before it looks again. */
    record Waiting(String reason, Duration left) implements Event {}

    /** Worth a line on standard error. */
    record Notice(String text) implements Event {}
}
