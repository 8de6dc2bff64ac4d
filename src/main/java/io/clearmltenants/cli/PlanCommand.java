package io.clearmltenants.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.Erasure;
import io.clearmltenants.guard.Refused;
import io.clearmltenants.json.WholeFile;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.plan.PlanFile;
import io.clearmltenants.report.PlanText;
import io.clearmltenants.tenant.TenantId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plan}: what a deletion would do. */
@Command(
        name = "plan",
        description = "Show what a deletion would erase, and why. Changes nothing.",
        footer = {
            "%nExamples:",
            "  clearml-tenants plan c0ffee00c0ffee00c0ffee00c0ffee01",
            "  clearml-tenants plan c0ffee00c0ffee00c0ffee00c0ffee01 --name acme --out plan.json"
        })
class PlanCommand implements Callable<Integer> {
    @Mixin ServerOptions servers;
    @Mixin OutputOptions output;
    @Mixin ScopeOptions scope;
    @Mixin StateOptions state;

    @Parameters(paramLabel = "ID", description = "The tenant's exact id, as `list` shows it.")
    String id;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The tenant's name, to be compared with the id.")
    Optional<String> name = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the plan to a file that `delete --plan` executes.")
    Optional<Path> out = Optional.empty();

    private final Erasure erasure;
    private final PlanFile plans;
    private final Terminal terminal;
    private final ObjectMapper json;

    PlanCommand(Erasure erasure, PlanFile plans, Terminal terminal, ObjectMapper json) {
        this.erasure = erasure;
        this.plans = plans;
        this.terminal = terminal;
        this.json = json;
    }

    @Override
    public Integer call() {
        out.ifPresent(WholeFile::check);
        Plan plan =
                erasure.plan(
                        new TenantId(id), scope.scope(), scope.orphans, state.runs(json, terminal));
        if (name.isPresent()
                && plan.tenant().name().isPresent()
                && !name.equals(plan.tenant().name())) {
            throw new Refused(
                    "Tenant %s is named '%s', not '%s'; check the id, or give the name exactly."
                            .formatted(id, plan.tenant().name().get(), name.get()));
        }
        out.ifPresent(file -> plans.write(plan, file));
        terminal.out().print(output.json ? plans.json(plan) : PlanText.of(plan));
        return ExitCode.DONE.code();
    }
}
