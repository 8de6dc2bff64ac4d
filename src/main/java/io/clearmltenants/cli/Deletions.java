package io.clearmltenants.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.Erasure;
import io.clearmltenants.ErasureRequest;
import io.clearmltenants.journal.RunFolder;
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
    private final Erasure erasure;
    private final Renderers renderers;
    private final Terminal terminal;
    private final ObjectMapper json;

    Deletions(Erasure erasure, Renderers renderers, Terminal terminal, ObjectMapper json) {
        this.erasure = erasure;
        this.renderers = renderers;
        this.terminal = terminal;
        this.json = json;
    }

    /** The runs that the state folder remembers. */
    Runs runs(StateOptions state) {
        return state.runs(json, terminal);
    }

    /** Deletes one tenant; the exit code says how it ended. */
    ExitCode delete(
            ErasureRequest request,
            Runs runs,
            Consent consent,
            OutputOptions output,
            Interruption stop) {
        return render(
                output,
                renderer ->
                        erasure.erase(
                                request,
                                runs,
                                new Typed(terminal, renderer, consent, stop),
                                stop,
                                renderer));
    }

    /** Resumes an interrupted run. */
    ExitCode resume(
            RunFolder run,
            ErasureRequest request,
            Runs runs,
            Consent consent,
            OutputOptions output,
            Interruption stop) {
        return render(
                output,
                renderer ->
                        erasure.resume(
                                run,
                                request,
                                runs,
                                new Typed(terminal, renderer, consent, stop),
                                stop,
                                renderer));
    }

    private ExitCode render(OutputOptions output, Function<Renderer, Report> deletion) {
        OutputChoice choice =
                OutputChoice.of(
                        output.json,
                        output.quiet,
                        OutputChoice.standardErrorIsTerminal(),
                        System.getenv());
        try (Renderer renderer = renderers.choose(choice, terminal.out(), terminal.err())) {
            Report report = deletion.apply(renderer);
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
