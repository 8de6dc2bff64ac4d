package io.clearmltenants.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.connect.Connections;
import io.clearmltenants.phase.FreeSpace;
import io.clearmltenants.phase.Probe;
import io.clearmltenants.phase.ServerState;
import io.clearmltenants.phase.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Versions, health and rights of the clusters. */
@ApplicationScoped
class ElasticProbe implements Probe {
    private final ElasticClusters clusters;
    private final Connections connections;

    ElasticProbe(ElasticClusters clusters, Connections connections) {
        this.clusters = clusters;
        this.connections = connections;
    }

    @Override
    public Store store() {
        return Store.ELASTIC;
    }

    @Override
    public Stream<ServerState> probe() {
        return clusters.byUuid().entrySet().stream()
                .map(entry -> state(entry.getKey(), entry.getValue()));
    }

    private ServerState state(String uuid, ElasticCluster cluster) {
        JsonNode node = firstNode(cluster);
        var settings = connections.server().elastic().get(cluster.name());
        return new ServerState(
                Store.ELASTIC,
                "Elasticsearch (%s) at %s"
                        .formatted(cluster.name(), String.join(", ", settings.hosts().value())),
                node.path("version").asText(),
                "elasticsearch " + uuid,
                clockDifference(cluster),
                remarks(cluster, settings.user().isPresent()));
    }

    /** The root path has the version too, but a node without that module answers 405 there. */
    private static JsonNode firstNode(ElasticCluster cluster) {
        return cluster
                .get("/_nodes/_local", Map.of("filter_path", "nodes.*.version,nodes.*.name"))
                .path("nodes")
                .properties()
                .stream()
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Duration> clockDifference(ElasticCluster cluster) {
        JsonNode statistics = cluster.get("/_cluster/stats", Map.of("filter_path", "timestamp"));
        long theirs = statistics.path("timestamp").asLong();
        return theirs == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(theirs - System.currentTimeMillis()));
    }

    private static String space(ElasticCluster cluster) {
        JsonNode disks =
                cluster.get("/_cluster/stats", Map.of("filter_path", "nodes.fs"))
                        .path("nodes")
                        .path("fs");
        return new FreeSpace(
                        disks.path("available_in_bytes").asLong(),
                        disks.path("total_in_bytes").asLong())
                .text();
    }

    private static List<String> remarks(ElasticCluster cluster, boolean login) {
        JsonNode health = cluster.get("/_cluster/health", Map.of());
        List<String> remarks = new ArrayList<>();
        remarks.add(
                "health %s, %d nodes, %d shards"
                        .formatted(
                                health.path("status").asText(),
                                health.path("number_of_nodes").asInt(),
                                health.path("active_shards").asInt()));
        remarks.add(new ElasticRights(cluster).sentence(login));
        remarks.add(space(cluster));
        return remarks;
    }
}
