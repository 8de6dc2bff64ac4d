package io.clearmltenants.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the user may do in a cluster, as its own security module tells it. */
record ElasticRights(ElasticCluster cluster) {
    /** The families of indices that a tenant has, and what a deletion does with them. */
    private static final String NEEDED =
            """
            {"cluster": ["monitor"],
             "index": [{
               "names": ["events-*", "queue_metrics_*", "worker_stats_*", "serving_stats_*"],
               "privileges": ["monitor", "view_index_metadata", "delete_index"]}]}
            """;

    /** One sentence for a person; {@code login} is whether we name a user. */
    String sentence(boolean login) {
        try {
            return sentence(cluster.get("/_security/user/_has_privileges", Map.of(), NEEDED));
        } catch (ElasticRefusal withoutSecurity) {
            // If security is off or left out, there is nobody to answer this.
            return login
                    ? "the server does not tell what this user may do"
                    : "access is not controlled";
        }
    }

    private static String sentence(JsonNode answer) {
        if (answer.path("has_all_requested").asBoolean()) {
            return "this user may read and erase";
        }
        Set<String> missing = new TreeSet<>();
        answer.path("cluster")
                .properties()
                .forEach(right -> add(missing, right, " on the cluster"));
        answer.path("index")
                .properties()
                .forEach(
                        family ->
                                family.getValue()
                                        .properties()
                                        .forEach(
                                                right ->
                                                        add(
                                                                missing,
                                                                right,
                                                                " on " + family.getKey())));
        return "this user may not erase: it lacks " + String.join("; ", missing);
    }

    private static void add(Set<String> missing, Map.Entry<String, JsonNode> right, String where) {
        if (!right.getValue().asBoolean()) {
            missing.add(right.getKey() + where);
        }
    }
}
