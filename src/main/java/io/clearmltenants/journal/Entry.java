package io.clearmltenants.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clearmltenants.phase.PhaseName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * One line of a journal.
 *
 * @param time when
 * @param step what happened
 * @param phase the phase; null if the line is about the run as a whole
 * @param item the item's locator; null if there is none
 * @param units how many units went, or a sweep found; 0 if the line does not count
 * @param text what a person should read
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
        Instant time, Step step, PhaseName phase, String item, long units, String text) {

    /** What a line says. */
    public enum Step {
        RUN_STARTED(false),
        RUN_RESUMED(false),
        IDS_EXPORTED(false),
        CHUNK_STARTED(true),
        CHUNK_DONE(true),
        ITEM_FAILED(true),
        FOUND_BY_SWEEP(true),
        PHASE_DONE(true),
        VERIFIED(false),
        INTERRUPTED(false),
        RUN_FINISHED(false);

        private final boolean ofPhase;

        Step(boolean ofPhase) {
            this.ofPhase = ofPhase;
        }
    }

    /** False if a part is missing that a line of its kind has. */
    boolean isWhole() {
        return time != null && step != null && (phase != null || !step.ofPhase);
    }

    /** A line about the run as a whole. */
    static Entry ofRun(Step step, String text) {
        return new Entry(Instant.now(), step, null, null, 0, text);
    }
}
