package io.clearmltenants.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.Deletion;
import io.clearmltenants.DeletionRequest;
import io.clearmltenants.journal.Runs;
import io.clearmltenants.report.Outcome;
import io.clearmltenants.report.OutputChoice;
import io.clearmltenants.report.Renderer;
import io.clearmltenants.report.Renderers;
import io.clearmltenants.report.Report;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Runs deletions for the commands: one renderer, one interruption, one exit code each. */
@ApplicationScoped
class Deletions {
    private final Deletion deletion;
    private final Renderers renderers;
    private final Terminal terminal;
    private final ObjectMapper json;

    Deletions(Deletion deletion, Renderers renderers, Terminal terminal, ObjectMapper json) {
        this.deletion = deletion;
        this.renderers = renderers;
        this.terminal = terminal;
        this.json = json;
    }

    /** The runs that the state folder remembers. */
    Runs runs(StateOptions state) {
        return state.runs(json, terminal);
    }

    /** Deletes one tenant, or resumes that; the exit code says how it ended. */
    ExitCode delete(
            DeletionRequest request,
            Runs runs,
            Consent consent,
            OutputOptions output,
            Interruption stop) {
        return render(
                output,
                renderer ->
                        deletion.run(
                                request,
                                runs,
                                new Typed(terminal, renderer, consent, stop),
                                stop,
                                renderer));
    }

    private ExitCode render(OutputOptions output, Function<Renderer, Report> work) {
        OutputChoice choice =
                OutputChoice.of(
                        output.json,
                        output.quiet,
                        OutputChoice.standardErrorIsTerminal(),
                        System.getenv());
        try (Renderer renderer = renderers.choose(choice, terminal.out(), terminal.err())) {
            Report report = work.apply(renderer);
            renderer.summary(report);
            return exitCode(report.outcome());
        }
    }

    private static ExitCode exitCode(Outcome outcome) {
        return switch (outcome) {
            case COMPLETE -> ExitCode.DONE;
            case ITEMS_LEFT -> ExitCode.ITEMS_LEFT;
            case LEFTOVERS -> ExitCode.LEFTOVERS;
        };
    }
}
