package io.clearmltenants.report;

import java.io.PrintStream;

/** Failures and notices alone. */
final class QuietRenderer implements Renderer {
    private final PrintStream err;

    QuietRenderer(PrintStream err) {
        this.err = err;
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.ItemFailed || event instanceof Event.Notice) {
            EventText.line(event).ifPresent(err::println);
        }
    }
}
