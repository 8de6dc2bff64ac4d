package io.clearmltenants.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintStream;
import java.time.Clock;

/** Finds the renderer that the user wants. */
@ApplicationScoped
public class Renderers {
    private final ObjectMapper mapper;
    private final ReportText reports;

    Renderers(ObjectMapper mapper, ReportText reports) {
        this.mapper = mapper;
        this.reports = reports;
    }

    /**
     * @param out takes the result
     * @param err takes all else
     */
    public Renderer choose(OutputChoice choice, PrintStream out, PrintStream err) {
        Clock clock = Clock.systemUTC();
        if (choice.json()) {
            return new JsonRenderer(new JsonLines(mapper, out, clock));
        }
        if (choice.quiet()) {
            return new QuietRenderer(err);
        }
        if (choice.terminal()) {
            return new TerminalRenderer(choice, reports, out, err, clock);
        }
        return new PeriodicRenderer(reports, out, err, clock, Heartbeat.inBackground());
    }
}
