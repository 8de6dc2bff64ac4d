package io.clearmltenants.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.DeletionRequest;
import io.clearmltenants.Preparation;
import io.clearmltenants.Preparation.Prepared;
import io.clearmltenants.guard.Guards;
import io.clearmltenants.json.WholeFile;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.plan.PlanFile;
import io.clearmltenants.report.PlanText;
import io.clearmltenants.tenant.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plan}: what a deletion would do. */
@Command(
        name = "plan",
        description = {
            "Show what a deletion would erase, and why. Changes nothing.",
            "If `delete` with the same options would be refused, it says why and ends with 5."
        },
        footer = {
            "%nExamples:",
            "  clearml-tenants plan c0ffee01",
            "  clearml-tenants plan c0ffee01 --name acme --out plan.json"
        })
class PlanCommand implements Callable<Integer> {
    @Mixin ServerOptions servers;
    @Mixin OutputOptions output;
    @Mixin ScopeOptions scope;
    @Mixin CollectionOptions collections;
    @Mixin StateOptions state;
    @Mixin InsistenceOptions insistence;

    @Parameters(paramLabel = "ID", description = "The tenant's exact id, as `list` shows it.")
    String id;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The tenant's name, which has to match.")
    Optional<String> name = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the plan to a file that `delete --plan` executes.")
    Optional<Path> out = Optional.empty();

    private final Preparation preparation;
    private final Guards guards;
    private final PlanFile plans;
    private final Terminal terminal;
    private final ObjectMapper json;

    PlanCommand(
            Preparation preparation,
            Guards guards,
            PlanFile plans,
            Terminal terminal,
            ObjectMapper json) {
        this.preparation = preparation;
        this.guards = guards;
        this.plans = plans;
        this.terminal = terminal;
        this.json = json;
    }

    @Override
    public Integer call() {
        out.ifPresent(WholeFile::check);
        DeletionRequest request = request();
        Prepared prepared = preparation.prepare(request, state.runs(json, terminal));
        Plan plan = prepared.plan();
        out.ifPresent(file -> plans.write(plan, file));
        terminal.out().print(output.json ? plans.json(plan) : PlanText.of(plan));
        guards.check(prepared.situation(request));
        return ExitCode.DONE.code();
    }

    /** The deletion that `delete` would be asked for with the same words. */
    private DeletionRequest request() {
        return new DeletionRequest(
                new TenantId(id),
                name,
                scope.scope(),
                scope.orphans,
                collections.unknownCollections,
                Optional.empty(),
                false,
                insistence.insistences(),
                Duration.ZERO,
                Duration.ZERO,
                Optional.empty());
    }
}
