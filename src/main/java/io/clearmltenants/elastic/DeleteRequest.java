package io.clearmltenants.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.phase.TransientFailure;
import java.util.Map;

/** The deletion of one index by its exact name. */
final class DeleteRequest {
    private static final int NOT_FOUND = 404;
    private static final Map<String, String> EXACT_NAME =
            Map.of(
                    "expand_wildcards",
                    "none",
                    "ignore_unavailable",
                    "true",
                    "allow_no_indices",
                    "true",
                    "timeout",
                    "60s");

    private DeleteRequest() {}

    /**
     * @return how many indices were asked to go; one that is gone already counts as gone
     */
    static long delete(ElasticCluster cluster, String name) {
        try {
            JsonNode answer = cluster.delete("/" + name, EXACT_NAME);
            if (!answer.path("acknowledged").asBoolean()) {
                throw new TransientFailure(
                        "Elasticsearch ("
                                + cluster.name()
                                + ") has not acknowledged the deletion yet.",
                        null);
            }
        } catch (ElasticRefusal refusal) {
            if (refusal.status() != NOT_FOUND) {
                throw refusal;
            }
        }
        return 1;
    }
}
