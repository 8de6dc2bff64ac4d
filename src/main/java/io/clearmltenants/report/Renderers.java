package io.clearmltenants.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintStream;
import java.time.Duration;

/** Chooses the renderer that fits. */
@ApplicationScoped
public class Renderers {
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final ObjectMapper json;

    Renderers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param out standard output; @param err standard error
     */
    public Renderer choose(OutputChoice choice, PrintStream out, PrintStream err) {
        if (choice.json()) {
            return new JsonRenderer(json, out);
        }
        if (choice.quiet()) {
            return new QuietRenderer(err);
        }
        return choice.terminal()
                ? new TerminalRenderer(err, choice.plain())
                : new PeriodicRenderer(err, INTERVAL, System::nanoTime);
    }
}
