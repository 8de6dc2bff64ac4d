package io.clearmltenants;

import io.clearmltenants.journal.Journal;
import io.clearmltenants.journal.RunFolder;
import io.clearmltenants.phase.Eraser;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Lease;
import io.clearmltenants.phase.Retry;
import io.clearmltenants.phase.Scope;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.StopRequest;
import io.clearmltenants.plan.Plan;
import io.clearmltenants.report.EventSink;
import io.clearmltenants.tenant.Target;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run while it is underway.
 *
 * @param folder its folder
 * @param live the tenant, with the identifiers that MongoDB has now
 * @param servers as they introduced themselves
 * @param patience the wait before the last look, so that the server's refresher has had its turn
 * @param left what the last listing found
 */
record RunContext(
        RunFolder folder,
        Plan plan,
        Target live,
        Scope scope,
        List<ServerState> servers,
        Duration patience,
        Journal journal,
        Lease lease,
        Eraser eraser,
        Retry retry,
        StopRequest stop,
        EventSink events,
        List<Item> left)
        implements AutoCloseable {

    /** What the last listing found, and what stands in none since it may be another's by now. */
    List<Item> leftAtLast() {
        Set<String> listed = left.stream().map(Item::locator).collect(Collectors.toSet());
        return Stream.concat(
                        left.stream(),
                        eraser.unproven().stream().filter(item -> !listed.contains(item.locator())))
                .toList();
    }

    @Override
    public void close() {
        try (journal) {
            lease.close();
        }
    }
}
