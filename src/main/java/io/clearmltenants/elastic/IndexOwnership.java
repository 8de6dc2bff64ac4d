package io.clearmltenants.elastic;

import io.clearmltenants.tenant.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether an index is the tenant's: by its own name, or, if every alias of it is the tenant's, by
 * those. One that another company's names claim too is nobody's to delete.
 */
public final class IndexOwnership {
    private final Target target;
    private final IndexNames own;

    public IndexOwnership(Target target) {
        this.target = target;
        this.own = new IndexNames(target.id());
    }

    /** Why the index is not the tenant's, in one sentence; empty if it is. */
    public Optional<String> objection(String index, Set<String> aliases) {
        List<String> names = Stream.concat(Stream.of(index), aliases.stream().sorted()).toList();
        Optional<String> claimed =
                target.neighbours().stream()
                        .sorted()
                        .flatMap(neighbour -> claim(neighbour, index, names))
                        .findFirst();
        if (claimed.isPresent() || own.own(index)) {
            return claimed;
        }
        if (aliases.isEmpty()) {
            return Optional.of("Index %s is not the tenant's by its name.".formatted(index));
        }
        return names.stream()
                .skip(1)
                .filter(alias -> !own.own(alias))
                .findFirst()
                .map(
                        alias ->
                                "Index %s is not the tenant's by its name, and its alias %s is not either."
                                        .formatted(index, alias));
    }

    /** True if the index's own name says whose it is, even when it was made anew. */
    boolean isByName(String index) {
        return own.own(index);
    }

    private static Stream<String> claim(String neighbour, String index, List<String> names) {
        IndexNames theirs = IndexNames.ofCompany(neighbour);
        return names.stream()
                .filter(theirs::own)
                .limit(1)
                .map(
                        name ->
                                name.equals(index)
                                        ? "Index %s would be taken for tenant '%s' too; the two tenants cannot be told apart in Elasticsearch."
                                                .formatted(index, neighbour)
                                        : "Index %s has the alias %s, which belongs to tenant '%s'; what it holds may be theirs."
                                                .formatted(index, name, neighbour));
    }
}
