package io.clearmltenants.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.Confirmation;
import io.clearmltenants.Erasure;
import io.clearmltenants.ErasureRequest;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.journal.Runs;
import io.clearmltenants.report.Outcome;
import io.clearmltenants.report.OutputChoice;
import io.clearmltenants.report.PlanText;
import io.clearmltenants.report.Renderer;
import io.clearmltenants.report.Renderers;
import io.clearmltenants.report.Report;
import io.clearmltenants.report.ReportText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Runs deletions for the commands: one renderer, one interruption, one exit code each. */
@ApplicationScoped
class Deletions {
    private final Erasure erasure;
    private final Renderers renderers;
    private final PlanText planText;
    private final ReportText reportText;
    private final Terminal terminal;
    private final ObjectMapper json;

    Deletions(
            Erasure erasure,
            Renderers renderers,
            PlanText planText,
            ReportText reportText,
            Terminal terminal,
            ObjectMapper json) {
        this.erasure = erasure;
        this.renderers = renderers;
        this.planText = planText;
        this.reportText = reportText;
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
            boolean yes,
            OutputOptions output,
            Interruption stop) {
        return render(
                output,
                renderer ->
                        erasure.erase(request, runs, confirmation(yes, output), stop, renderer));
    }

    /** Goes on with an interrupted run. */
    ExitCode resume(
            RunFolder run,
            ErasureRequest request,
            boolean yes,
            OutputOptions output,
            Interruption stop) {
        return render(
                output,
                renderer ->
                        erasure.resume(run, request, confirmation(yes, output), stop, renderer));
    }

    private Confirmation confirmation(boolean yes, OutputOptions output) {
        return new Typed(terminal, planText, yes, output.quiet || output.json && yes);
    }

    private ExitCode render(OutputOptions output, Function<Renderer, Report> deletion) {
        OutputChoice choice =
                new OutputChoice(
                        output.json,
                        output.quiet,
                        terminal.interactive(),
                        System.getenv("NO_COLOR") != null);
        try (Renderer renderer = renderers.choose(choice, terminal.out(), terminal.err())) {
            Report report = deletion.apply(renderer);
            renderer.finish(report);
            if (!output.json) {
                terminal.out().println(reportText.render(report));
            }
            return exitCode(report.outcome());
        }
    }

    private static ExitCode exitCode(Outcome outcome) {
        return switch (outcome) {
            case COMPLETE -> ExitCode.DONE;
            case ITEMS_LEFT -> ExitCode.ITEMS_LEFT;
            case LEFTOVERS -> ExitCode.LEFTOVERS;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
        };
    }
}
