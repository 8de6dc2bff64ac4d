package io.clearmltenants.guard;

import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * The lease and the times of the proof are worth nothing when this host's clock and MongoDB's are
 * far apart.
 */
@ApplicationScoped
class ClockGuard implements Guard {
    private static final Duration MOST = Duration.ofSeconds(60);

    @Override
    public Optional<String> refuse(Situation situation) {
        if (situation.insistences().contains(Insistence.CLOCK_SKEW)) {
            return Optional.empty();
        }
        return situation.servers().stream()
                .filter(server -> server.store() == Store.MONGO)
                .map(ServerState::clockDifference)
                .flatMap(Optional::stream)
                .filter(difference -> difference.abs().compareTo(MOST) > 0)
                .findFirst()
                .map(
                        difference ->
                                "This host's clock and MongoDB's differ by %d s, which makes the lock between two hosts unsafe; set the clocks, or insist with %s."
                                        .formatted(
                                                difference.abs().toSeconds(),
                                                Insistence.CLOCK_SKEW.flag()));
    }
}
