package io.clearmltenants.report;

import java.util.Optional;

/** Events as lines for people. */
final class EventText {
    private EventText() {}

    /** The line that an event is worth by itself; chunks are worth none, they add up. */
    static Optional<String> line(Event event) {
        return switch (event) {
            case Event.StageStarted stage -> Optional.of(Printable.of(stage.stage()));
            case Event.PhaseStarted started -> Optional.of(started(started));
            case Event.ChunkErased _ -> Optional.empty();
            case Event.PhaseFinished finished -> Optional.of(finished(finished));
            case Event.ItemFailed failed -> Optional.of(failure(failed));
            case Event.Retrying retrying -> Optional.of(retrying(retrying));
            case Event.Waiting waiting -> Optional.of(waiting(waiting));
            case Event.Notice notice -> Optional.of(Printable.of(notice.text()));
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

    private static String finished(Event.PhaseFinished finished) {
        return finished.phase().label()
                + ": "
                + Words.number(finished.erased())
                + " erased"
                + (finished.complete() ? "" : ", not everything could be erased");
    }

    private static String retrying(Event.Retrying retrying) {
        return Printable.of(retrying.what())
                + " is tried again (attempt "
                + retrying.attempt()
                + "): "
                + Printable.of(retrying.reason());
    }
}
