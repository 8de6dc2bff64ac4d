package io.clearmltenants.cli;

import io.clearmltenants.DeletionRequest;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.Store;
import io.clearmltenants.tenant.TenantId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code delete-company-data-from-mongo}: step 1 of the vendor's guide for scripts that have it.
 * The company document stays, since the guide's second step removes it.
 */
@Command(
        name = "delete-company-data-from-mongo",
        description = {
            "Step 1 of the vendor's guide, for scripts: erase the tenant's documents in MongoDB.",
            "The company document stays; `cleanup-deleted-companies --delete-company` removes it."
        },
        footer = {
            "%nExample:",
            "  clearml-tenants delete-company-data-from-mongo --id c0ffee01 --delete-user"
        })
class DeleteCompanyDataFromMongoCommand implements Callable<Integer> {
    @Mixin ServerOptions servers;
    @Mixin OutputOptions output;
    @Mixin StateOptions state;
    @Mixin RunOptions run;
    @Mixin CollectionOptions collections;

    @Option(
            names = "--id",
            required = true,
            paramLabel = "ID",
            description = "The tenant's exact id.")
    String id;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The tenant's name; if it is given, nothing is asked.")
    Optional<String> name = Optional.empty();

    @Option(names = "--delete-user", description = "Erase the tenant's users too.")
    boolean deleteUser;

    private final Deletions deletions;
    private final Terminal terminal;

    DeleteCompanyDataFromMongoCommand(Deletions deletions, Terminal terminal) {
        this.deletions = deletions;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        DeletionRequest request =
                new DeletionRequest(
                        new TenantId(id),
                        name,
                        scope(),
                        false,
                        collections.unknownCollections,
                        Optional.empty(),
                        false,
                        run.insistences(),
                        run.waiting(),
                        run.retrying(),
                        Optional.empty());
        return deletions
                .delete(
                        request,
                        deletions.runs(state),
                        name.isPresent() ? Consent.GIVEN : Consent.WITH_NAME,
                        output,
                        Interruption.listen(terminal))
                .code();
    }

    private Scope scope() {
        Scope mongo = Scope.only(Set.of(Store.MONGO));
        if (!deleteUser) {
            return mongo.keepingUsers();
        }
        Set<PhaseName> phases = EnumSet.copyOf(mongo.phases());
        phases.remove(PhaseName.COMPANY);
        return new Scope(phases);
    }
}
