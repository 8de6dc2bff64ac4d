package io.clearmltenants;

import io.clearmltenants.journal.Entry;
import io.clearmltenants.journal.Journal;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.json.Digests;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.Store;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.report.Event;
import io.clearmltenants.report.OutOfReach;
import io.clearmltenants.report.Outcome;
import io.clearmltenants.report.PhaseResult;
import io.clearmltenants.report.Report;
import io.clearmltenants.report.ReportFile;
import io.clearmltenants.report.ToolVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Puts a run's proof together and keeps it in the run's folder. */
@ApplicationScoped
class Reporter {
    private final ReportFile reports;
    private final ToolVersion version;

    Reporter(ReportFile reports, ToolVersion version) {
        this.reports = reports;
        this.version = version;
    }

    /**
     * Ends the journal and writes the report: the journal first, so that its digest in the report
     * is that of the whole file. A crash between the two leaves a run that can be resumed.
     *
     * @param kept what the plan left for a person and is still there
     */
    Report report(RunContext run, List<Finding.Kept> kept, List<Leftover> leftovers) {
        run.journal().write(Entry.Step.VERIFIED, leftovers.size() + " leftovers");
        Report report =
                report(
                        run.folder(),
                        run.journal(),
                        run.plan(),
                        run.scope(),
                        run.servers(),
                        run.eraser().failures(),
                        run.leftAtLast(),
                        kept,
                        leftovers);
        if (report.outcome() != Outcome.COMPLETE) {
            run.events()
                    .accept(
                            new Event.Notice(
                                    "Retry what is left with: clearml-tenants delete --resume "
                                            + run.folder().name()));
        }
        return report;
    }

    Report report(
            RunFolder run,
            Journal journal,
            Plan plan,
            Scope scope,
            List<ServerState> servers,
            Map<PhaseName, List<String>> failures,
            List<Item> left,
            List<Finding.Kept> kept,
            List<Leftover> leftovers) {
        List<PhaseResult> phases =
                new PhaseSums(
                                plan.items(),
                                run.swept(),
                                run.erased(),
                                run.uncounted(),
                                left,
                                failures)
                        .results();
        Outcome outcome = outcome(phases, leftovers, kept);
        journal.write(Entry.Step.RUN_FINISHED, outcome.name());
        Report report =
                new Report(
                        Report.SCHEMA,
                        run.name().value(),
                        version.text(),
                        plan.tenant(),
                        run.request().operator(),
                        run.request().started(),
                        Instant.now(),
                        servers.stream().map(Reporter::line).toList(),
                        scope.labels(),
                        phases,
                        leftovers,
                        kept,
                        plan.warnings().stream().map(Finding.Warning::text).toList(),
                        OutOfReach.sentences(scope.covers(Store.MONGO)),
                        plan.digest(),
                        Digests.sha256Hex(run.journalFile()),
                        outcome);
        reports.write(report, run.report());
        return report;
    }

    /** What the server is, its version if it has one, and its identity unless that is said. */
    private static String line(ServerState server) {
        String version = server.version().isEmpty() ? "" : ", version " + server.version();
        String identity = server.identity().substring(server.identity().indexOf(' ') + 1);
        return server.label()
                + version
                + (server.label().contains(identity) ? "" : ", identity " + identity);
    }

    private static Outcome outcome(
            List<PhaseResult> phases, List<Leftover> leftovers, List<Finding.Kept> kept) {
        if (phases.stream().anyMatch(phase -> !phase.failures().isEmpty())) {
            return Outcome.ITEMS_LEFT;
        }
        if (!leftovers.isEmpty()) {
            return explained(leftovers, kept) ? Outcome.ITEMS_LEFT : Outcome.LEFTOVERS;
        }
        boolean listed = phases.stream().anyMatch(phase -> phase.left() > 0);
        return kept.isEmpty() && !listed ? Outcome.COMPLETE : Outcome.ITEMS_LEFT;
    }

    /** True if every leftover is something that the plan had already set aside for a person. */
    private static boolean explained(List<Leftover> leftovers, List<Finding.Kept> kept) {
        return leftovers.stream()
                .allMatch(
                        leftover ->
                                kept.stream()
                                        .anyMatch(
                                                set ->
                                                        (leftover.locator() + " ")
                                                                .startsWith(set.locator() + " ")));
    }
}
