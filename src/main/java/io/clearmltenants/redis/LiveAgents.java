package io.clearmltenants.redis;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.TransientFailure;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The agents and serving containers that would go on writing while a tenant is erased. */
@ApplicationScoped
public class LiveAgents {
    /** As long as the server keeps an agent that does not report (A/apimodels/workers.py:17). */
    public static final Duration SEEN_WITHIN = Duration.ofMinutes(10);

    /** Those that report, with an entry each. */
    private static final List<KeyFamily> REPORTING =
            List.of(KeyFamily.WORKERS, KeyFamily.SERVING_CONTAINERS);

    private static final int BATCH = 1000;

    private final RedisDatabases databases;
    private final InstantSource clock;

    @Inject
    LiveAgents(RedisDatabases databases) {
        this(databases, InstantSource.system());
    }

    LiveAgents(RedisDatabases databases, InstantSource clock) {
        this.databases = databases;
        this.clock = clock;
    }

    /**
     * Those that reported within {@link #SEEN_WITHIN}, and those that the list of agents takes for
     * registered. Reads only.
     *
     * @throws TransientFailure where Redis does not answer
     * @throws ConnectFailure where Redis does not let us look
     */
    public List<LiveAgent> seen(Target target) {
        KeySpace space = databases.space(RedisDatabases.WORKERS);
        List<LiveAgent> seen = new ArrayList<>();
        Set<String> entries = new HashSet<>();
        for (KeyFamily family : REPORTING) {
            read(
                    family,
                    space,
                    target,
                    (name, value) -> {
                        if (entries.add(name)) {
                            agent(family, value, target).ifPresent(seen::add);
                        }
                    });
        }
        listed(space, target)
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

    private Optional<LiveAgent> agent(KeyFamily family, String value, Target target) {
        Instant since = clock.instant().minus(SEEN_WITHIN);
        return JsonText.tree(value)
                .filter(
                        entry ->
                                family.keyValue() instanceof KeyValue.OfCompany company
                                        && company.isOf(target.id(), entry))
                .map(LiveAgents::agent)
                .filter(agent -> agent.lastSeen().map(seen -> !seen.isBefore(since)).orElse(true));
    }

    private static LiveAgent agent(JsonNode entry) {
        String id = entry.path("id").asText(entry.path("container_id").asText());
        return new LiveAgent(
                id,
                entry.path("ip").asText(""),
                PythonTime.instant(entry.path("last_activity_time").asText()));
    }

    /** A member's score is when its registration ends, in seconds since 1970. */
    private Stream<String> listed(KeySpace space, Target target) {
        String list = name(KeyFamily.WORKER_LIST, target);
        try (Node node = space.nodeOf(list)) {
            return node.membersAbove(list, clock.instant().getEpochSecond()).stream();
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
