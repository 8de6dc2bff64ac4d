package io.clearmltenants.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.Connections;
import io.clearmltenants.phase.TransientFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The clusters of an installation, each once: the configuration may give one cluster several names.
 */
@ApplicationScoped
public class ElasticClusters {
    private final Connections connections;
    private final ObjectMapper json;
    private volatile Map<String, ElasticCluster> byUuid;

    ElasticClusters(Connections connections, ObjectMapper json) {
        this.connections = connections;
        this.json = json;
    }

    List<ElasticCluster> all() {
        return List.copyOf(byUuid().values());
    }

    /** The cluster with this uuid. */
    ElasticCluster withUuid(String uuid) {
        ElasticCluster cluster = byUuid().get(uuid);
        if (cluster == null) {
            throw new ConnectFailure(
                    "The Elasticsearch cluster "
                            + uuid
                            + " is not one of those that the configuration names.");
        }
        return cluster;
    }

    synchronized Map<String, ElasticCluster> byUuid() {
        if (byUuid == null) {
            Map<String, ElasticCluster> found = new LinkedHashMap<>();
            for (String name : names()) {
                ElasticCluster cluster = new ElasticCluster(name, connections.elastic(name), json);
                found.putIfAbsent(uuid(cluster), cluster);
            }
            byUuid = found;
        }
        return byUuid;
    }

    /** "events" and "workers" first: messages name a cluster by its first name. */
    private List<String> names() {
        List<String> names =
                new ArrayList<>(new TreeSet<>(connections.server().elastic().keySet()));
        names.sort((left, right) -> Boolean.compare(right.equals("events"), left.equals("events")));
        return names;
    }

    private String uuid(ElasticCluster cluster) {
        try {
            JsonNode state =
                    cluster.get("/_cluster/state/version", Map.of("filter_path", "cluster_uuid"));
            return state.path("cluster_uuid").asText();
        } catch (TransientFailure unreachable) {
            throw new ConnectFailure(
                    "Elasticsearch cannot be reached at %s; check the address, or give --elastic."
                            .formatted(
                                    String.join(
                                            ", ",
                                            connections
                                                    .server()
                                                    .elastic()
                                                    .get(cluster.name())
                                                    .hosts()
                                                    .value())),
                    unreachable);
        }
    }
}
