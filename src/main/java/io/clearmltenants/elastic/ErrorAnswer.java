package io.clearmltenants.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.TransientFailure;
import java.util.Set;

/**
 * What Elasticsearch answers in place of what was asked for.
 *
 * @param cluster the cluster's name in the configuration
 * @param status the HTTP status
 * @param body its JSON; whatever else was there is an empty object
 */
record ErrorAnswer(String cluster, int status, JsonNode body) {
    private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /** The failure that it means. */
    RuntimeException failure(Exception cause) {
        String type = body.at("/error/type").asText();
        String server = "Elasticsearch (" + cluster + ")";
        if (type.equals("snapshot_in_progress_exception")) {
            return new TransientFailure(server + " takes a snapshot: " + reason(cause), cause);
        }
        if (PASSING.contains(status)) {
            return new TransientFailure(server + " answers " + status, cause);
        }
        if (type.equals("cluster_block_exception")) {
            return new ElasticRefusal(
                    status,
                    "%s does not allow that now: %s Remove the block (PUT /INDEX/_settings, or the cluster's) and run this again."
                            .formatted(server, reason(cause)),
                    cause);
        }
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return new ConnectFailure(
                    "%s answers %d: check user, password and the user's rights."
                            .formatted(server, status),
                    cause);
        }
        return new ElasticRefusal(status, server + ": " + reason(cause), cause);
    }

    private String reason(Exception cause) {
        return body.at("/error/reason").asText(cause.getMessage());
    }
}
