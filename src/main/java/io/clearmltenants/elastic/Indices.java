package io.clearmltenants.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Lists the indices of all clusters, open, closed and hidden, with their aliases. */
@ApplicationScoped
public class Indices implements IndexCatalog {
    private static final Map<String, String> COLUMNS =
            Map.of(
                    "format", "json",
                    "bytes", "b",
                    "expand_wildcards", "all",
                    "h", "index,uuid,store.size");

    private static final int NOT_FOUND = 404;

    private final ElasticClusters clusters;

    Indices(ElasticClusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public List<IndexState> list() {
        return clusters.byUuid().entrySet().stream()
                .flatMap(entry -> states(entry.getKey(), entry.getValue(), ""))
                .toList();
    }

    @Override
    public Optional<IndexState> find(String cluster, String name) {
        try {
            return states(cluster, clusters.withUuid(cluster), "/" + name)
                    .filter(index -> index.name().equals(name))
                    .findFirst();
        } catch (ElasticRefusal refusal) {
            if (refusal.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    @Override
    public long delete(IndexState index) {
        return DeleteRequest.delete(clusters.withUuid(index.cluster()), index.name());
    }

    /** Names and aliases of all indices. */
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        list().forEach(
                        index -> {
                            names.add(index.name());
                            names.addAll(index.aliases());
                        });
        return names;
    }

    /**
     * @param which nothing for all indices, or a slash and an exact name
     */
    private static Stream<IndexState> states(String uuid, ElasticCluster cluster, String which) {
        Map<String, Set<String>> aliases = aliases(cluster, which);
        return StreamSupport.stream(
                        cluster.get("/_cat/indices" + which, COLUMNS).spliterator(), false)
                .map(
                        line ->
                                state(
                                        uuid,
                                        line,
                                        aliases.getOrDefault(
                                                line.path("index").asText(), Set.of())));
    }

    private static IndexState state(String cluster, JsonNode line, Set<String> aliases) {
        return new IndexState(
                cluster,
                line.path("index").asText(),
                line.path("uuid").asText(),
                line.path("store.size").asLong(0),
                aliases);
    }

    private static Map<String, Set<String>> aliases(ElasticCluster cluster, String which) {
        Map<String, Set<String>> aliases = new HashMap<>();
        cluster.get(which + "/_alias", Map.of("expand_wildcards", "all"))
                .properties()
                .forEach(
                        index -> {
                            Set<String> names = new HashSet<>();
                            index.getValue()
                                    .path("aliases")
                                    .fieldNames()
                                    .forEachRemaining(names::add);
                            aliases.put(index.getKey(), names);
                        });
        return aliases;
    }
}
