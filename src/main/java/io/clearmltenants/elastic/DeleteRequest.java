package io.clearmltenants.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.phase.TransientFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One deletion of indices by their exact names, short enough for one request line. */
final class DeleteRequest {
    private static final int MOST_NAMES = 20;

    /** Elasticsearch refuses a request line over 4 KB (http.max_initial_line_length). */
    private static final int MOST_CHARACTERS = 3_000;

    private static final int NOT_FOUND = 404;
    private static final Map<String, String> EXACT_NAMES =
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

    /** As many of the first names as one request takes. */
    static List<String> firstChunk(List<String> names) {
        List<String> chunk = new ArrayList<>();
        int characters = 0;
        for (String name : names) {
            characters += name.length() + 1;
            if (chunk.size() == MOST_NAMES || (characters > MOST_CHARACTERS && !chunk.isEmpty())) {
                return chunk;
            }
            chunk.add(name);
        }
        return chunk;
    }

    /**
     * @return how many indices were asked to go; an index that is gone already counts as gone
     */
    static long delete(ElasticCluster cluster, List<String> names) {
        try {
            JsonNode answer = cluster.delete("/" + String.join(",", names), EXACT_NAMES);
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
        return names.size();
    }
}
