package io.clearmltenants.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.phase.Store;
import io.clearmltenants.phase.Witness;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Asks the cluster state for index names; the phases ask the index listing. */
@ApplicationScoped
class ElasticWitness implements Witness {
    private final ElasticClusters clusters;

    ElasticWitness(ElasticClusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public Store store() {
        return Store.ELASTIC;
    }

    @Override
    public Stream<Leftover> look(Target target) {
        IndexNames names = new IndexNames(target.id());
        UnexplainedNames unexplained = new UnexplainedNames(target);
        return clusters.all().stream()
                .flatMap(ElasticWitness::states)
                .filter(
                        index ->
                                names.own(index.name())
                                        || index.aliases().stream().anyMatch(names::own)
                                        || unexplained.test(index))
                .map(index -> new Leftover(phase(names, index), index.name(), 1));
    }

    private static PhaseName phase(IndexNames names, IndexState index) {
        return names.statisticsFamily(index.name()).isPresent()
                ? PhaseName.STATISTICS
                : PhaseName.EVENTS;
    }

    private static Stream<IndexState> states(ElasticCluster cluster) {
        JsonNode indices =
                cluster.get(
                                "/_cluster/state/metadata",
                                Map.of(
                                        "filter_path",
                                        "metadata.indices.*.state,metadata.indices.*.aliases"))
                        .at("/metadata/indices");
        return indices.properties().stream()
                .map(
                        index ->
                                new IndexState(
                                        cluster.name(),
                                        index.getKey(),
                                        "",
                                        0,
                                        aliases(index.getValue())));
    }

    private static Set<String> aliases(JsonNode index) {
        Set<String> aliases = new HashSet<>();
        index.path("aliases").forEach(alias -> aliases.add(alias.asText()));
        return aliases;
    }
}
