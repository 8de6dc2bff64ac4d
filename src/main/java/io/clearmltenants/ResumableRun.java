package io.clearmltenants;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.journal.Entry;
import io.clearmltenants.journal.Journal;
import io.clearmltenants.journal.JournalFailure;
import io.clearmltenants.journal.RunName;
import io.clearmltenants.json.UnwritableFile;
import io.clearmltenants.phase.Interrupted;
import io.clearmltenants.phase.LeaseLost;
import java.util.function.Supplier;

/** A run that has begun: whatever ends it before its end says how to resume it. */
record ResumableRun(RunName name, Journal journal) {

    /** Does the run's work. */
    <T> T finish(Supplier<T> work) {
        try {
            return stopped(work);
        } catch (JournalFailure | UnwritableFile broken) {
            throw new Interrupted(
                    broken.getMessage()
                            + "\nThe deletion stopped half way. Free space there, or fix what is damaged.\n"
                            + how(),
                    broken);
        } catch (LeaseLost lost) {
            throw new LeaseLost(lost.getMessage() + "\n" + how());
        }
    }

    private <T> T stopped(Supplier<T> work) {
        try {
            return work.get();
        } catch (Interrupted stopped) {
            journal.write(Entry.Step.INTERRUPTED, "on request");
            throw new Interrupted(how());
        } catch (ConnectFailure lost) {
            journal.write(Entry.Step.INTERRUPTED, lost.getMessage());
            throw new ConnectFailure(lost.getMessage() + "\n" + how(), lost);
        }
    }

    private String how() {
        return "Resume with: clearml-tenants delete --resume " + name;
    }
}
