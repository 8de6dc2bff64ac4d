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
 * @param phase the phase; null where the line is about the run as a whole
 * @param item the item's locator; null where there is none
 * @param units how many units went, or a sweep found; 0 if the line does not count
 * @param text what a person should read
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
        Instant time, Step step, PhaseName phase, String item, long units, String text) {

    /** What a line says. */
    public enum Step {
        RUN_STARTED,
        RUN_RESUMED,
        IDS_EXPORTED,
        WRITERS_STOPPED,
        WRITERS_STARTED,
        CHUNK_STARTED,
        CHUNK_DONE,
        ITEM_FAILED,
        FOUND_BY_SWEEP,
        PHASE_DONE,
        VERIFIED,
        INTERRUPTED,
        RUN_FINISHED
    }

    /** A line about the run as a whole. */
    static Entry ofRun(Step step, String text) {
        return new Entry(Instant.now(), step, null, null, 0, text);
    }
}
