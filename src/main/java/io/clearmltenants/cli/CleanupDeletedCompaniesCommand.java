package io.clearmltenants.cli;

import io.clearmltenants.DeletionRequest;
import io.clearmltenants.Examination;
import io.clearmltenants.guard.Refused;
import io.clearmltenants.journal.Runs;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.tenant.TenantId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code cleanup-deleted-companies}: step 2 of the vendor's guide for scripts that have it. It asks
 * nothing, so it works only on tenants whose documents are gone already.
 */
@Command(
        name = "cleanup-deleted-companies",
        description =
                "Step 2 of the vendor's guide, for scripts: erase the Elasticsearch indices of tenants whose documents in MongoDB are gone.",
        footer = {
            "%nExample:",
            "  clearml-tenants cleanup-deleted-companies --ids c0ffee01 --delete-company"
        })
class CleanupDeletedCompaniesCommand implements Callable<Integer> {
    private static final Set<PhaseName> DOCUMENTS =
            EnumSet.of(
                    PhaseName.QUEUES,
                    PhaseName.URLS_TO_DELETE,
                    PhaseName.DOCUMENTS,
                    PhaseName.TRASH,
                    PhaseName.PUBLIC_OBJECTS,
                    PhaseName.STORAGE_SETTINGS);

    @Mixin ServerOptions servers;
    @Mixin OutputOptions output;
    @Mixin StateOptions state;
    @Mixin RunOptions run;

    @Option(
            names = "--ids",
            split = "[, ]",
            splitSynopsisLabel = ",",
            arity = "1..*",
            required = true,
            paramLabel = "ID",
            description = "The tenants' exact ids.")
    List<String> ids = new ArrayList<>();

    @Option(names = "--delete-company", description = "Erase the company document too.")
    boolean deleteCompany;

    private final Deletions deletions;
    private final Examination examination;
    private final Terminal terminal;

    CleanupDeletedCompaniesCommand(
            Deletions deletions, Examination examination, Terminal terminal) {
        this.deletions = deletions;
        this.examination = examination;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Interruption stop = Interruption.listen(terminal);
        Runs runs = deletions.runs(state);
        List<NamedId> all = ids.stream().map(id -> new NamedId(id, "")).toList();
        return new Series(terminal)
                .run(all, stop, named -> cleanUp(new TenantId(named.id()), runs, stop))
                .code();
    }

    private ExitCode cleanUp(TenantId id, Runs runs, Interruption stop) {
        List<Leftover> documents = examination.leftovers(id, new Scope(DOCUMENTS), runs);
        if (!documents.isEmpty()) {
            throw new Refused(
                    "Tenant %s still has %d documents in %s; this step is for tenants whose documents are gone: run delete-company-data-from-mongo first, or delete."
                            .formatted(
                                    id,
                                    documents.getFirst().count(),
                                    documents.getFirst().locator()));
        }
        Set<PhaseName> phases = EnumSet.of(PhaseName.EVENTS, PhaseName.STATISTICS);
        if (deleteCompany) {
            phases.add(PhaseName.COMPANY);
        }
        DeletionRequest request =
                new DeletionRequest(
                        id,
                        Optional.empty(),
                        new Scope(phases),
                        true,
                        false,
                        Optional.empty(),
                        false,
                        run.insistences(),
                        run.waiting(),
                        run.retrying(),
                        Optional.empty());
        return deletions.delete(request, runs, Consent.GIVEN, output, stop);
    }
}
