package io.clearmltenants;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.inventory.Inventory;
import io.clearmltenants.journal.ExportedIds;
import io.clearmltenants.journal.JournalFailure;
import io.clearmltenants.mongo.Targets;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Interrupted;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.report.Event;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.verify.Patience;
import io.clearmltenants.verify.Verifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks for what is left of the tenant, by another route, and again after a wait. */
@ApplicationScoped
class Verification {
    private final Inventory inventory;
    private final Targets targets;
    private final Verifier verifier;
    private final Erasure erasure;

    Verification(Inventory inventory, Targets targets, Verifier verifier, Erasure erasure) {
        this.inventory = inventory;
        this.targets = targets;
        this.verifier = verifier;
        this.erasure = erasure;
    }

    List<Leftover> verify(RunContext run) {
        run.events().accept(new Event.StageStarted("verify"));
        List<Leftover> leftovers = look(run);
        if (run.patience().isZero()) {
            return leftovers;
        }
        new Patience(run.stop(), run.events())
                .await("the server's refresher has its minute", run.patience());
        List<Leftover> later = look(run);
        if (later.isEmpty()) {
            return later;
        }
        erasure.sweep(run);
        return look(run);
    }

    private List<Leftover> look(RunContext run) {
        ExportedIds ids = new ExportedIds(run.folder());
        try {
            return run.retry()
                    .run(
                            "the second look",
                            () -> verifier.look(targets.withIds(run.live(), ids), run.scope()));
        } catch (Interrupted | JournalFailure ends) {
            throw ends;
        } catch (RuntimeException failure) {
            throw new ConnectFailure(
                    "All phases are done, but looking for leftovers failed: "
                            + failure.getMessage(),
                    failure);
        }
    }

    /** What the plan kept, without what a person has dealt with since. */
    List<Finding.Kept> stillKept(RunContext run) {
        Target target = targets.withIds(run.live(), new ExportedIds(run.folder()));
        return run.retry()
                .run(
                        "the look at what is kept",
                        () -> inventory.stillThere(run.plan().kept(), target, run.scope()));
    }
}
