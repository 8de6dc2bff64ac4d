package io.clearmltenants.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ports at which the API server's settings look for its databases, where nothing in the cluster
 * says which ports a host has.
 */
record KnownPorts(Map<String, String> environment) {
    private static final List<Integer> USUAL = List.of(27017, 9200, 6379);

    private static final Pattern IN_ADDRESS =
            Pattern.compile("[\\w.\\]-]:(\\d{2,5})(?![\\w.])|\"port\"\\s*:\\s*\"?(\\d{2,5})");

    private static final Pattern SERVICE_PORT =
            Pattern.compile("(CLEARML|TRAINS|MONGODB|ELASTIC|REDIS)_.*PORT");

    SortedSet<Integer> all() {
        Stream<Integer> named =
                environment.entrySet().stream()
                        .flatMap(variable -> ports(variable.getKey(), variable.getValue()));
        return Stream.concat(USUAL.stream(), named)
                .filter(port -> port > 0 && port <= 0xffff)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Integer> ports(String name, String value) {
        if (SERVICE_PORT.matcher(name).matches() && value.matches("\\d{2,5}")) {
            return Stream.of(Integer.valueOf(value));
        }
        return name.startsWith("CLEARML") || name.startsWith("TRAINS")
                ? IN_ADDRESS.matcher(value).results().map(KnownPorts::number)
                : Stream.empty();
    }

    private static Integer number(MatchResult found) {
        return Integer.valueOf(found.group(1) == null ? found.group(2) : found.group(1));
    }
}
