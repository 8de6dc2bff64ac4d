package io.clearmltenants.guard;

import io.clearmltenants.elastic.IndexNames;
import io.clearmltenants.phase.Item;
import io.clearmltenants.phase.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** No index of the plan may be one that another company's name would claim too. */
@ApplicationScoped
class ForeignIndexGuard implements Guard {

    @Override
    public Optional<String> refuse(Situation situation) {
        List<String> indices =
                situation.plan().stream()
                        .flatMap(plan -> plan.items().stream())
                        .filter(item -> item.phase().store() == Store.ELASTIC)
                        .flatMap(ForeignIndexGuard::names)
                        .toList();
        return situation.target().neighbours().stream()
                .sorted()
                .flatMap(
                        neighbour ->
                                indices.stream()
                                        .filter(IndexNames.ofCompany(neighbour)::own)
                                        .map(index -> refusal(index, neighbour)))
                .findFirst();
    }

    private static java.util.stream.Stream<String> names(Item item) {
        return Arrays.stream(item.at("indices").split(","));
    }

    private static String refusal(String index, String neighbour) {
        return "Index %s would be taken for tenant '%s' too; the two tenants cannot be told apart in Elasticsearch."
                .formatted(index, neighbour);
    }
}
