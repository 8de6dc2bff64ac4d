package io.clearmltenants.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Lists the indices of all clusters, open, closed and hidden, with their aliases. */
@ApplicationScoped
public class Indices {
    private static final Map<String, String> COLUMNS =
            Map.of(
                    "format", "json",
                    "bytes", "b",
                    "expand_wildcards", "all",
                    "h", "index,uuid,docs.count,store.size,status");

    private final ElasticClusters clusters;

    Indices(ElasticClusters clusters) {
        this.clusters = clusters;
    }

    /** Every index once, by its real name. */
    List<IndexState> list() {
        return clusters.byUuid().entrySet().stream()
                .flatMap(entry -> list(entry.getKey(), entry.getValue()))
                .toList();
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

    private static Stream<IndexState> list(String uuid, ElasticCluster cluster) {
        Map<String, Set<String>> aliases = aliases(cluster);
        return StreamSupport.stream(cluster.get("/_cat/indices", COLUMNS).spliterator(), false)
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
                line.path("docs.count").asLong(0),
                line.path("store.size").asLong(0),
                line.path("status").asText().equals("open"),
                aliases);
    }

    private static Map<String, Set<String>> aliases(ElasticCluster cluster) {
        Map<String, Set<String>> aliases = new HashMap<>();
        cluster.get("/_alias", Map.of("expand_wildcards", "all"))
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
