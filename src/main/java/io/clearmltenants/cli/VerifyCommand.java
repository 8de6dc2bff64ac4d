package io.clearmltenants.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.Examination;
import io.clearmltenants.journal.Runs;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.report.Event;
import io.clearmltenants.report.LeftoverText;
import io.clearmltenants.tenant.TenantId;
import io.clearmltenants.verify.Examined;
import io.clearmltenants.verify.Patience;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: the leftovers of a tenant. */
@Command(
        name = "verify",
        description =
                "Look for leftovers of a tenant, by other queries than the deletion uses. Changes nothing.",
        footer = {
            "%nExamples:",
            "  clearml-tenants verify c0ffee01",
            "  clearml-tenants verify c0ffee01 --wait"
        })
class VerifyCommand implements Callable<Integer> {
    @Mixin ServerOptions servers;
    @Mixin OutputOptions output;
    @Mixin StateOptions state;
    @Mixin ScopeOptions scope;

    @Parameters(paramLabel = "ID", description = "The id that the tenant has, or had.")
    String id;

    @Option(
            names = "--wait",
            arity = "0..1",
            defaultValue = "0",
            fallbackValue = "65",
            converter = Seconds.class,
            paramLabel = "SECONDS",
            description =
                    "Look again after so many seconds (65 if no number is given), since the server rewrites statistics once a minute.")
    Duration wait;

    private final Examination examination;
    private final LeftoverText text;
    private final Terminal terminal;
    private final ObjectMapper json;

    VerifyCommand(
            Examination examination, LeftoverText text, Terminal terminal, ObjectMapper json) {
        this.examination = examination;
        this.text = text;
        this.terminal = terminal;
        this.json = json;
    }

    @Override
    public Integer call() {
        TenantId tenant = new TenantId(id);
        Interruption stop = Interruption.listen(terminal);
        Scope asked = scope.scope();
        Runs runs = state.runs(json, terminal);
        Examined found = examination.examine(tenant, asked, runs);
        if (wait.isPositive()) {
            new Patience(stop, VerifyCommand::ignore)
                    .await("the server's refresher has its minute", wait);
            found = examination.examine(tenant, asked, runs);
        }
        terminal.out()
                .println(
                        output.json
                                ? text.json(tenant, asked, found.leftovers(), found.unseen())
                                : text.render(tenant, asked, found.leftovers(), found.unseen()));
        return (found.clean() ? ExitCode.DONE : ExitCode.LEFTOVERS).code();
    }

    private static void ignore(Event waiting) {}
}
