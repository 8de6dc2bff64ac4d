package io.clearmltenants.connect;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The variables of a process. Handed around instead of asked from the system, so that a container's
 * environment, or a test's, serves as well as our own.
 *
 * @param variables values by name
 */
record Environment(Map<String, String> variables) {

    /** The first of these variables that is set to more than nothing, as the server takes it. */
    Optional<Setting<String>> first(String... names) {
        return Stream.of(names)
                .filter(name -> !variables.getOrDefault(name, "").isBlank())
                .findFirst()
                .map(name -> new Setting<>(variables.get(name), Origin.variable(name)));
    }

    /** The variables whose names begin like this, sorted by name. */
    SortedMap<String, String> startingWith(String prefix) {
        SortedMap<String, String> found = new TreeMap<>(variables);
        found.keySet().removeIf(name -> !name.startsWith(prefix));
        return found;
    }
}
