package io.clearmltenants.cli;

import io.clearmltenants.guard.Insistence;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which guards the user overrides. */
class InsistenceOptions {
    @Option(
            names = "--with-live-agents",
            description = "Erase even if agents of the tenant were seen in the last 10 minutes.")
    boolean withLiveAgents;

    Set<Insistence> insistences() {
        Set<Insistence> insistences = EnumSet.noneOf(Insistence.class);
        if (withLiveAgents) {
            insistences.add(Insistence.LIVE_AGENTS);
        }
        return insistences;
    }
}
