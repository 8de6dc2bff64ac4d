package io.clearmltenants.elastic;

import io.clearmltenants.tenant.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds names that hold a tenant's id although neither the tenant's nor another company's known
 * names explain them.
 */
final class UnexplainedNames {
    private final String id;
    private final IndexNames own;
    private final List<String> longerIds;

    UnexplainedNames(Target target) {
        id = target.id().lowerCase();
        own = new IndexNames(target.id());
        longerIds =
                target.neighbours().stream()
                        .map(neighbour -> neighbour.toLowerCase(Locale.ROOT))
                        .filter(neighbour -> neighbour.contains(id) && !neighbour.equals(id))
                        .sorted(Comparator.comparing(String::length).reversed())
                        .toList();
    }

    /** True if a person has to look at the index. */
    boolean test(IndexState index) {
        boolean ownByAlias =
                !index.aliases().isEmpty() && index.aliases().stream().allMatch(own::own);
        return !own.own(index.name())
                && !ownByAlias
                && Stream.concat(Stream.of(index.name()), index.aliases().stream())
                        .anyMatch(this::holdsId);
    }

    private boolean holdsId(String name) {
        String rest = name;
        for (String longer : longerIds) {
            rest = rest.replace(longer, "");
        }
        return rest.contains(id);
    }
}
