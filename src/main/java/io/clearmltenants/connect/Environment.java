package io.clearmltenants.connect;

import java.nio.file.Path;
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
 * @param owner whose they are, for people; empty for this process
 * @param machine the root folder of the owner's machine, or what stands for it
 */
record Environment(Map<String, String> variables, Optional<String> owner, Path machine) {

    /** Variables of this process, or of a test that stands for it. */
    Environment(Map<String, String> variables) {
        this(variables, Optional.empty(), Path.of("/"));
    }

    /** The first of these variables that is set to more than nothing, as the server takes it. */
    Optional<Setting<String>> first(String... names) {
        return Stream.of(names)
                .filter(name -> !variables.getOrDefault(name, "").isBlank())
                .findFirst()
                .map(name -> new Setting<>(variables.get(name), Origin.variable(label(name))));
    }

    /** The variables whose names begin like this, sorted by name. */
    SortedMap<String, String> startingWith(String prefix) {
        SortedMap<String, String> found = new TreeMap<>(variables);
        found.keySet().removeIf(name -> !name.startsWith(prefix));
        return found;
    }

    /** A variable's name, with that of its owner where it is not ours. */
    String label(String name) {
        return owner.map(whose -> name + " of " + whose).orElse(name);
    }

    /** A file as its owner's machine names it, with the owner if that is not ours. */
    String label(Path file) {
        return owner.filter(whose -> file.startsWith(machine))
                .map(whose -> "/" + machine.relativize(file) + " of " + whose)
                .orElseGet(file::toString);
    }
}
