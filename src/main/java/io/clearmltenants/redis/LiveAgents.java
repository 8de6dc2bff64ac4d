package io.clearmltenants.redis;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.TransientFailure;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The agents and serving containers that would continue to write while a tenant is erased. */
@ApplicationScoped
public class LiveAgents {
    /** As long as the server keeps an agent that does not report (A/apimodels/workers.py:17). */
    public static final Duration SEEN_WITHIN = Duration.ofMinutes(10);

    /** Those that report, with an entry each. */
    private static final List<KeyFamily> REPORTING =
            List.of(KeyFamily.WORKERS, KeyFamily.SERVING_CONTAINERS);

    private static final int BATCH = 1000;

    private final RedisDatabases databases;

    LiveAgents(RedisDatabases databases) {
        this.databases = databases;
    }

    /**
     * What the list of agents says.
     *
     * @param now when it was read, by the clock of Redis: ours may be wrong
     * @param names the agents whose registration has not ended
     */
    private record Registered(Instant now, List<String> names) {}

    /**
     * Those that reported within {@link #SEEN_WITHIN}, and those that the list of agents takes for
     * registered. Reads only.
     *
     * @throws TransientFailure if Redis does not answer
     * @throws ConnectFailure if Redis does not let us look
     */
    public List<LiveAgent> seen(Target target) {
        KeySpace space = databases.space(RedisDatabases.WORKERS);
        Registered registered = registered(space, target);
        Instant since = registered.now().minus(SEEN_WITHIN);
        List<LiveAgent> seen = new ArrayList<>();
        Set<String> entries = new HashSet<>();
        for (KeyFamily family : REPORTING) {
            read(
                    family,
                    space,
                    target,
                    (name, value) -> {
                        if (entries.add(name)) {
                            agent(family, value, target)
                                    .filter(agent -> isSince(agent, since))
                                    .ifPresent(seen::add);
                        }
                    });
        }
        registered.names().stream()
                .filter(name -> !entries.contains(name))
                .forEach(name -> seen.add(unreported(name, target)));
        return List.copyOf(seen);
    }

    private static void read(
            KeyFamily family, KeySpace space, Target target, BiConsumer<String, String> reader) {
        try (Stream<Batch> batches = Candidates.of(family.keyName()).in(space, target, BATCH)) {
            batches.forEach(batch -> batch.node().strings(batch.names(), reader));
        }
    }

    private static Optional<LiveAgent> agent(KeyFamily family, String value, Target target) {
        return JsonText.tree(value)
                .filter(
                        entry ->
                                family.keyValue() instanceof KeyValue.OfCompany company
                                        && company.isOf(target.id(), entry))
                .map(LiveAgents::agent);
    }

    /** One whose time cannot be read is taken for live. */
    private static boolean isSince(LiveAgent agent, Instant since) {
        return agent.lastSeen().map(seen -> !seen.isBefore(since)).orElse(true);
    }

    private static LiveAgent agent(JsonNode entry) {
        String id = entry.path("id").asText(entry.path("container_id").asText());
        return new LiveAgent(
                id,
                entry.path("ip").asText(""),
                PythonTime.instant(entry.path("last_activity_time").asText()));
    }

    /** A member's score is when its registration ends, in seconds since 1970. */
    private static Registered registered(KeySpace space, Target target) {
        String list = name(KeyFamily.WORKER_LIST, target);
        try (Node node = space.nodeOf(list)) {
            Instant now = node.time();
            return new Registered(now, node.membersAbove(list, now.getEpochSecond()));
        }
    }

    private static LiveAgent unreported(String name, Target target) {
        String known = name(KeyFamily.WORKERS, target) + "_";
        String id = name.startsWith(known) ? name.substring(known.length()) : name;
        return new LiveAgent(id, "", Optional.empty());
    }

    private static String name(KeyFamily family, Target target) {
        return family.keyName().beginnings().getFirst() + target.id().value();
    }
}
