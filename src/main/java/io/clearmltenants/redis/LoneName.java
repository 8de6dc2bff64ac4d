package io.clearmltenants.redis;

import io.clearmltenants.tenant.Target;
import java.util.List;
import java.util.Map;

/**
 * The whole name is the tenant's id. An administrator may have chosen an id that reads like a key
 * of another kind ({@code revoked_tokens}, {@code workers_abc}): such a key is not the tenant's.
 */
record LoneName() implements Proof {
    private static final List<String> OTHER_KINDS =
            List.of(
                    "revoked_tokens",
                    "check_updates",
                    "dist_lock_",
                    "tags_",
                    "system_tags_",
                    "hyperparam_values_",
                    "modelmetadata_values_",
                    "queue_metrics_",
                    "get_all_download_",
                    "worker_",
                    "workers_",
                    "workers.",
                    "serving_",
                    "token_");

    @Override
    public List<String> own(Batch batch, Target target) {
        List<String> lone =
                batch.names().stream()
                        .filter(name -> OTHER_KINDS.stream().noneMatch(name::startsWith))
                        .toList();
        Map<String, String> types = batch.node().types(lone);
        return lone.stream().filter(name -> !"none".equals(types.get(name))).toList();
    }
}
