package io.clearmltenants.guard;

import io.clearmltenants.phase.Store;
import io.clearmltenants.redis.LiveAgent;
import io.clearmltenants.redis.LiveAgents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Agents that still run for the tenant write new data while its old data goes. */
@ApplicationScoped
class LiveAgentsGuard implements Guard {
    private static final int SHOWN = 5;

    private final LiveAgents agents;

    LiveAgentsGuard(LiveAgents agents) {
        this.agents = agents;
    }

    /** Asked with the plan at hand, right before the user is asked to confirm. */
    @Override
    public Optional<String> refuse(Situation situation) {
        if (situation.plan().isEmpty()
                || situation.insistences().contains(Insistence.LIVE_AGENTS)) {
            return Optional.empty();
        }
        if (situation.keeps(Store.REDIS)) {
            return Optional.of(
                    "Without Redis nobody can say whether agents of the tenant still run; stop them, and insist with %s."
                            .formatted(Insistence.LIVE_AGENTS.flag()));
        }
        List<LiveAgent> seen = agents.seen(situation.target());
        return seen.isEmpty() ? Optional.empty() : Optional.of(refusal(seen));
    }

    private static String refusal(List<LiveAgent> seen) {
        String names =
                seen.stream().limit(SHOWN).map(LiveAgent::label).collect(Collectors.joining(", "));
        return "%d agents or serving containers of the tenant were seen in the last 10 minutes (%s%s); stop them, or insist with %s."
                .formatted(
                        seen.size(),
                        names,
                        seen.size() > SHOWN ? ", ..." : "",
                        Insistence.LIVE_AGENTS.flag());
    }
}
