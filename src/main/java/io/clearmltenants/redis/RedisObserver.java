package io.clearmltenants.redis;

import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Observer;
import io.clearmltenants.phase.Store;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Warns of agents at work, and of keys that look like the tenant's and are kept. */
@ApplicationScoped
class RedisObserver implements Observer {
    private static final int NAMED_AGENTS = 5;
    private static final int LISTED_KEYS = 100;
    private static final int BATCH = 1000;

    private final RedisDatabases databases;
    private final LiveAgents liveAgents;

    RedisObserver(RedisDatabases databases, LiveAgents liveAgents) {
        this.databases = databases;
        this.liveAgents = liveAgents;
    }

    @Override
    public Store store() {
        return Store.REDIS;
    }

    @Override
    public Stream<Finding> observe(Target target) {
        return Stream.concat(
                agents(liveAgents.seen(target)),
                databases.distinct().stream().flatMap(space -> kept(space, target)));
    }

    private static Stream<Finding> agents(List<LiveAgent> agents) {
        if (agents.isEmpty()) {
            return Stream.empty();
        }
        String named =
                agents.stream()
                        .limit(NAMED_AGENTS)
                        .map(LiveAgent::label)
                        .collect(Collectors.joining(", "));
        int more = agents.size() - NAMED_AGENTS;
        return Stream.of(
                new Finding.Warning(
                        (agents.size() == 1 ? "1 agent was" : agents.size() + " agents were")
                                + " seen in the last "
                                + LiveAgents.SEEN_WITHIN.toMinutes()
                                + " minutes: "
                                + named
                                + (more > 0 ? " and " + more + " more" : "")
                                + "; stop them first, or they write again."));
    }

    private Stream<Finding> kept(KeySpace space, Target target) {
        Mention mention = Mention.of(target);
        List<String> names =
                space.overNodes(
                                node ->
                                        node.names("*" + GlobPattern.literal(mention.id()) + "*")
                                                .filter(mention::in)
                                                .gather(Gatherers.windowFixed(BATCH))
                                                .flatMap(
                                                        some ->
                                                                unproven(node, space, some, target)
                                                                        .stream()))
                        .limit(LISTED_KEYS + 1L)
                        .toList();
        Stream<Finding> listed =
                names.stream().limit(LISTED_KEYS).map(name -> kept(space.label(), name));
        return names.size() > LISTED_KEYS
                ? Stream.concat(listed, Stream.of(more(space.label())))
                : listed;
    }

    private Set<String> unproven(Node node, KeySpace space, List<String> names, Target target) {
        Set<String> unproven = new LinkedHashSet<>(names);
        KeyFamily.all()
                .filter(family -> databases.space(family.alias()).place().equals(space.place()))
                .map(OwnKeys::of)
                .map(own -> own.among(node, names, target))
                .map(Set::copyOf)
                .forEach(unproven::removeAll);
        return unproven;
    }

    private static Finding kept(String label, String name) {
        return new Finding.Kept(
                Store.REDIS,
                label + ": " + name,
                "The key's name holds the tenant's id, but nothing proves that it is the tenant's.");
    }

    private static Finding more(String label) {
        return new Finding.Warning(
                "More than "
                        + LISTED_KEYS
                        + " keys of "
                        + label
                        + " hold the tenant's id and are of no known kind; only the first are listed.");
    }
}
