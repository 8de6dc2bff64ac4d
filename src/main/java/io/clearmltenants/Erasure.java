package io.clearmltenants;

import io.clearmltenants.inventory.Inventory;
import io.clearmltenants.journal.Entry;
import io.clearmltenants.journal.ExportedIds;
import io.clearmltenants.mongo.Targets;
import io.clearmltenants.phase.Item;
import io.clearmltenants.report.Event;
import io.clearmltenants.tenant.KnownIds;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Erases what the plan names, and then what came back or came after it. */
@ApplicationScoped
class Erasure {
    /** What still comes back after so many sweeps is written faster than we erase. */
    private static final int MOST_SWEEPS = 3;

    private final Inventory inventory;
    private final Targets targets;

    Erasure(Inventory inventory, Targets targets) {
        this.inventory = inventory;
        this.targets = targets;
    }

    /** Erases the items of the plan. */
    void erase(RunContext run) {
        run.events().accept(new Event.StageStarted("erase"));
        run.eraser().erase(export(run, run.live().ids()), run.plan().items());
    }

    /** Lists the tenant again, and erases what is there, until nothing is. */
    void sweep(RunContext run) {
        run.events().accept(new Event.StageStarted("sweep"));
        for (int round = 0; round < MOST_SWEEPS; round++) {
            Target target = export(run);
            List<Item> back = list(run, target);
            run.eraser().forgive();
            if (back.isEmpty()) {
                return;
            }
            back.forEach(run.journal()::foundBySweep);
            run.eraser().erase(target, back);
        }
        list(run, export(run));
    }

    /** What is there now; the last listing is what the run has left. */
    private List<Item> list(RunContext run, Target target) {
        List<Item> there = run.retry().run("the sweep", () -> inventory.items(target, run.scope()));
        run.left().clear();
        run.left().addAll(there);
        return there;
    }

    /**
     * Writes down the identifiers that MongoDB still has; the target then also knows those that are
     * gone by now.
     */
    private Target export(RunContext run) {
        return export(run, targets.liveIds(run.live().id()));
    }

    private Target export(RunContext run, KnownIds source) {
        ExportedIds ids = new ExportedIds(run.folder());
        return run.retry()
                .run(
                        "the export of identifiers",
                        () -> {
                            long known = ids.add(source);
                            run.journal().write(Entry.Step.IDS_EXPORTED, known + " identifiers");
                            return targets.withIds(run.live(), ids);
                        });
    }
}
