package io.clearmltenants.report;

import java.util.Optional;

/** The line that a person reads about an event, where it is worth one. */
final class EventText {
    private EventText() {}

    static Optional<String> line(Event event) {
        return switch (event) {
            case Event.StageStarted stage -> Optional.empty();
            case Event.PhaseStarted phase ->
                    Optional.of(
                            "%s: %s %s"
                                    .formatted(
                                            phase.phase().label(),
                                            Printable.number(phase.total()),
                                            phase.unit()));
            case Event.ChunkErased chunk -> Optional.empty();
            case Event.PhaseFinished phase ->
                    Optional.of(
                            phase.phase().label()
                                    + (phase.complete() ? ": done" : ": items were left"));
            case Event.ItemFailed failed -> Optional.of(failure(failed));
            case Event.Retrying retry ->
                    Optional.of(
                            "trying again (%d): %s: %s"
                                    .formatted(
                                            retry.attempt(),
                                            Printable.text(retry.what()),
                                            Printable.text(retry.reason())));
            case Event.Waiting waiting -> Optional.empty();
            case Event.Notice notice -> Optional.of(Printable.text(notice.text()));
        };
    }

    static String failure(Event.ItemFailed failed) {
        return "not erased: %s: %s"
                .formatted(Printable.text(failed.locator()), Printable.text(failed.reason()));
    }
}
