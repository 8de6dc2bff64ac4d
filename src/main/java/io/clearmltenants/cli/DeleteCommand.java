package io.clearmltenants.cli;

import io.clearmltenants.DeletionRequest;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.journal.RunName;
import io.clearmltenants.journal.Runs;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.plan.PlanFile;
import io.clearmltenants.tenant.TenantId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code delete}: erases tenants. */
@Command(
        name = "delete",
        description = {
            "Erase a tenant: show the plan, ask for the tenant's name, erase, verify, report.",
            "--resume resumes a run that was stopped or killed, or that has left something."
        },
        footer = {
            "%nExamples:",
            "  clearml-tenants delete c0ffee01 --name acme",
            "  clearml-tenants delete c0ffee01 --name acme --yes --json",
            "  clearml-tenants delete --plan plan.json --name acme",
            "  clearml-tenants delete --ids 0a0b,0c0d --names-from names.tsv --yes",
            "  clearml-tenants delete --resume"
        })
class DeleteCommand implements Callable<Integer> {
    static final String LATEST = "latest";

    @Mixin ServerOptions servers;
    @Mixin OutputOptions output;
    @Mixin StateOptions state;
    @Mixin ScopeOptions scope;
    @Mixin CollectionOptions collections;
    @Mixin RunOptions run;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "The tenant's exact id, as `list` shows it.")
    Optional<String> id = Optional.empty();

    @Option(
            names = "--ids",
            split = ",",
            paramLabel = "ID",
            description =
                    "Several tenants, one after the other; if one fails, the next ones still run.")
    List<String> ids = new ArrayList<>();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description =
                    "The tenant's name, which has to match; with --ids one for each, in the same order.")
    List<String> names = new ArrayList<>();

    @Option(
            names = "--names-from",
            paramLabel = "FILE",
            description = "For --ids: file with an id, a tab and a name on each line.")
    Optional<Path> namesFrom = Optional.empty();

    @Option(
            names = "--yes",
            description = "Do not ask for confirmation; needs --name or --names-from.")
    boolean yes;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description =
                    "Execute exactly this plan, saved with `plan --out`; refused if anything differs since.")
    Optional<Path> plan = Optional.empty();

    @Option(
            names = "--accept-drift",
            description = "With --plan: erase what is there now, even if it differs from the plan.")
    boolean acceptDrift;

    @Option(
            names = "--resume",
            arity = "0..1",
            fallbackValue = LATEST,
            paramLabel = "RUN",
            description =
                    "Resume a run that was interrupted or has left something; without RUN, the newest one.")
    Optional<String> resume = Optional.empty();

    private final Deletions deletions;
    private final PlanFile plans;
    private final Terminal terminal;

    DeleteCommand(Deletions deletions, PlanFile plans, Terminal terminal) {
        this.deletions = deletions;
        this.plans = plans;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (yes && names.isEmpty() && namesFrom.isEmpty()) {
            throw new WrongUsage("--yes needs --name: a wrong id rarely has the right name.");
        }
        Interruption stop = Interruption.listen(terminal);
        Runs runs = deletions.runs(state);
        if (resume.isPresent()) {
            return resume(runs, stop).code();
        }
        return ids.isEmpty() ? one(runs, stop).code() : several(runs, stop).code();
    }

    private ExitCode one(Runs runs, Interruption stop) {
        Optional<Plan> saved = plan.map(plans::read);
        TenantId tenant =
                id.map(TenantId::new)
                        .or(() -> saved.map(made -> made.tenant().id()))
                        .orElseThrow(
                                () ->
                                        new WrongUsage(
                                                "Give the id of the tenant, or --plan, --ids or --resume."));
        if (saved.isPresent() && !saved.get().tenant().id().equals(tenant)) {
            throw new WrongUsage(
                    "The plan is about "
                            + saved.get().tenant().label()
                            + ", not about "
                            + tenant
                            + ".");
        }
        if (collections.unknownCollections
                && saved.isPresent()
                && !saved.get().unknownCollections()) {
            throw new WrongUsage(
                    "The plan was made without --unknown-collections; make a new one with it.");
        }
        return deletions.delete(
                request(tenant, names.stream().findFirst(), saved), runs, consent(), output, stop);
    }

    private ExitCode several(Runs runs, Interruption stop) {
        if (id.isPresent() || plan.isPresent()) {
            throw new WrongUsage("--ids goes neither with another id nor with --plan.");
        }
        List<NamedId> all = NamedId.all(ids, names, namesFrom);
        return new Series(terminal)
                .run(
                        all,
                        stop,
                        named ->
                                deletions.delete(
                                        request(
                                                new TenantId(named.id()),
                                                Optional.of(named.name()),
                                                Optional.empty()),
                                        runs,
                                        consent(),
                                        output,
                                        stop));
    }

    private ExitCode resume(Runs runs, Interruption stop) {
        RunFolder interrupted =
                resume.filter(name -> !name.equals(LATEST))
                        .map(name -> notComplete(runs.named(new RunName(name))))
                        .or(() -> runs.resumable(id.map(TenantId::new)))
                        .orElseThrow(
                                () ->
                                        new WrongUsage(
                                                "There is no run to resume: none here was interrupted or has left anything."));
        terminal.error(
                "Resuming run "
                        + interrupted.name()
                        + ", "
                        + interrupted.request().tenant().label()
                        + ".");
        DeletionRequest request =
                request(
                        interrupted.request().tenant().id(),
                        names.stream().findFirst(),
                        Optional.empty());
        return deletions.delete(request.resuming(interrupted), runs, consent(), output, stop);
    }

    private static RunFolder notComplete(RunFolder run) {
        if (run.complete()) {
            throw new WrongUsage(
                    "Run %s has erased everything, so there is nothing to resume; `certificate %s` prints its proof."
                            .formatted(run.name(), run.name()));
        }
        return run;
    }

    private Consent consent() {
        return yes ? Consent.GIVEN : Consent.WITH_NAME_AND_YES;
    }

    private DeletionRequest request(TenantId tenant, Optional<String> name, Optional<Plan> saved) {
        return new DeletionRequest(
                tenant,
                name,
                scope.scope(),
                scope.orphans,
                collections.unknownCollections,
                saved,
                acceptDrift,
                run.insistences(),
                run.waiting(),
                run.retrying(),
                Optional.empty());
    }
}
