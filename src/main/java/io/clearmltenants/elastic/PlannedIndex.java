package io.clearmltenants.elastic;

import io.clearmltenants.phase.Item;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One index as a plan names it, so that it can be told at its deletion whether it is still the
 * same.
 *
 * @param cluster uuid of its cluster
 * @param name its real name
 * @param uuid changes when an index of this name is made anew
 * @param aliases its other names when the plan was made
 */
public record PlannedIndex(String cluster, String name, String uuid, Set<String> aliases) {
    private static final String CLUSTER = "cluster";
    private static final String INDEX = "index";
    private static final String UUID = "uuid";
    private static final String ALIASES = "aliases";

    /** What Elasticsearch allows in no name, and what could act as a path, a list or a pattern. */
    private static final String FORBIDDEN = "/\\*?\"<>|,#:% ";

    /**
     * @throws IllegalArgumentException if this is no index's name
     */
    public PlannedIndex {
        if (name.isEmpty()
                || "_-+".indexOf(name.charAt(0)) >= 0
                || name.chars().anyMatch(each -> FORBIDDEN.indexOf(each) >= 0)) {
            throw new IllegalArgumentException("'" + name + "' is not the name of an index.");
        }
    }

    static PlannedIndex of(IndexState index) {
        return new PlannedIndex(index.cluster(), index.name(), index.uuid(), index.aliases());
    }

    /**
     * The index that an item of a plan names.
     *
     * @throws IllegalArgumentException if it names none
     */
    public static PlannedIndex of(Item item) {
        return new PlannedIndex(
                item.at(CLUSTER), item.at(INDEX), item.at(UUID), split(item.at(ALIASES)));
    }

    Map<String, String> address() {
        return Map.of(
                CLUSTER,
                cluster,
                INDEX,
                name,
                UUID,
                uuid,
                ALIASES,
                String.join(",", new TreeSet<>(aliases)));
    }

    private static Set<String> split(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
