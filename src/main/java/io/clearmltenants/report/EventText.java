package io.clearmltenants.report;

import java.time.Duration;
import java.util.Optional;

/** Events as lines for people. */
final class EventText {
    static final String INCOMPLETE = "not everything could be erased";

    private EventText() {}

    /** The line that an event is worth by itself; chunks add up, and an end needs its beginning. */
    static Optional<String> line(Event event) {
        return switch (event) {
            case Event.StageStarted stage -> Optional.of(stage(stage.stage()));
            case Event.PhaseStarted started -> Optional.of(started(started));
            case Event.ChunkErased _, Event.PhaseFinished _ -> Optional.empty();
            case Event.ItemFailed failed -> Optional.of(failure(failed));
            case Event.Retrying retrying -> Optional.of(retrying(retrying));
            case Event.Waiting waiting -> Optional.of(waiting(waiting));
            case Event.Notice notice -> Optional.of(Printable.of(notice.text()));
        };
    }

    /** What a stage does; its name alone says little to who sees it for the first time. */
    private static String stage(String name) {
        return switch (name) {
            case "erase" -> "Erasing";
            case "sweep" -> "Listing everything again, to erase what came back";
            case "verify" -> "Looking for leftovers, by other queries";
            case String other -> Printable.of(other);
        };
    }

    static String failure(Event.ItemFailed failed) {
        return failed.phase().label()
                + ": "
                + Printable.of(failed.locator())
                + " is not erased: "
                + Printable.of(failed.reason());
    }

    static String waiting(Event.Waiting waiting) {
        return "waiting " + Words.duration(waiting.left()) + ": " + Printable.of(waiting.reason());
    }

    private static String started(Event.PhaseStarted started) {
        if (started.items() == 0) {
            return started.phase().label() + ": nothing to erase";
        }
        return started.phase().label()
                + ": erasing "
                + Words.count(started.total(), Printable.of(started.unit()))
                + " in "
                + Words.count(started.items(), "items");
    }

    /** What a phase came to. @param unit what it counts @param taken how long it ran */
    static String finished(Event.PhaseFinished finished, String unit, Duration taken) {
        return Words.count(finished.erased(), Printable.of(unit))
                + " erased in "
                + Words.duration(taken)
                + (finished.complete() ? "" : ", " + INCOMPLETE);
    }

    private static String retrying(Event.Retrying retrying) {
        return Printable.of(retrying.what())
                + " is retried (attempt "
                + retrying.attempt()
                + "): "
                + Printable.of(retrying.reason());
    }
}
