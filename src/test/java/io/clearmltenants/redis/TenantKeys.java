package io.clearmltenants.redis;

import io.clearmltenants.tenant.IdKind;
import io.clearmltenants.tenant.KnownIds;
import io.clearmltenants.tenant.Target;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import redis.clients.jedis.UnifiedJedis;

/**
 * Writes one tenant's keys as the server does.
 *
 * @param company the tenant's id
 * @param objects what its objects' ids end in, so that tenants differ in them
 */
record TenantKeys(String company, String objects) {
    /** As many as {@link #write} makes. */
    static final int COUNT = 15;

    String task() {
        return "7a5c" + objects;
    }

    String model() {
        return "30de1" + objects;
    }

    String queue() {
        return "9ece" + objects;
    }

    String user() {
        return "05e4" + objects;
    }

    /** This tenant among others. */
    Target among(String... neighbours) {
        KnownIds ids =
                kind ->
                        Map.of(
                                IdKind.TASK,
                                List.of("another", task()),
                                IdKind.MODEL,
                                List.of(model()))
                                .getOrDefault(kind, List.of(queue()))
                                .stream();
        return target(ids, neighbours);
    }

    Target target(KnownIds ids, String... neighbours) {
        return new Target(
                new Tenant(new TenantId(company), Optional.of("acme")), Set.of(neighbours), ids);
    }

    void write(Function<String, UnifiedJedis> databases) {
        caches(databases.apply(RedisDatabases.APISERVER));
        states(databases.apply(RedisDatabases.APISERVER));
        agent(databases.apply(RedisDatabases.WORKERS), "host_1:gpu0", Instant.now());
        serving(databases.apply(RedisDatabases.WORKERS));
        databases
                .apply(RedisDatabases.FILESERVER)
                .setex(
                        "token_6647c2" + objects,
                        43200,
                        "{\"company\": \"%s\", \"user\": \"%s\"}".formatted(company, user()));
    }

    private void caches(UnifiedJedis redis) {
        for (String name : List.of("tags_%s_Task", "system_tags_%s_0559_Model")) {
            redis.rpush(name.formatted(company), "__dummy__", "a");
            redis.expire(name.formatted(company), 3600);
        }
        String values = "{\"last_update\": 1795552278.8, \"total\": 1, \"values\": [\"0.01\"]}";
        redis.setex("hyperparam_values_" + company + "__Args_lr_True_None_0_500", 86400, values);
        redis.setex("modelmetadata_values_" + company + "__k_True_0_500", 86400, values);
        redis.set(
                "queue_metrics_" + queue(),
                "{\"timestamp\": 1795555094608, \"queue\": \"%s\"}".formatted(queue()));
    }

    private void states(UnifiedJedis redis) {
        String events = "<class 'apiserver.bll.event.";
        redis.setex(
                events + "history_plots_iterator.PlotsSampleState'>/" + objects,
                3600,
                "{\"id\":\"a062\",\"iteration\":1,\"metric\":\"cm\",\"task\":\"%s\"}"
                        .formatted(task()));
        redis.setex(
                events + "metric_events_iterator.MetricEventsScrollState'>/" + objects,
                3600,
                "{\"id\":\"1aa9\",\"tasks\":[{\"metrics\":[],\"task\":\"%s\"},{\"metrics\":[],\"task\":\"%s\"}]}"
                        .formatted(task(), model()));
        redis.setex(
                "get_all_download_" + objects,
                300,
                "{\"entity_type\": \"task\", \"company\": \"%s\"}".formatted(company));
    }

    /** An agent with a tag, seen at this time. */
    void agent(UnifiedJedis redis, String id, Instant seen) {
        String name = "worker_" + company + "_" + user() + "_" + id;
        redis.setex(
                name,
                600,
                """
                {"key":"%s","id":"%s","user":{"id":"%s","name":"Jane"},"company":{"id":"%s","name":"acme"},\
                "ip":"10.0.0.5","queues":["%s"],"register_timeout":600,"last_activity_time":"%s"}"""
                        .formatted(name, id, user(), company, queue(), pythonTime(seen)));
        double expiry = seen.getEpochSecond() + 600.0;
        redis.zadd("workers_" + company, expiry, name);
        redis.zadd("workers.tags_" + company + "_gpu", expiry, name);
        redis.zadd("workers.systemtags_" + company + "_sys", expiry, name);
    }

    private void serving(UnifiedJedis redis) {
        String name = container(redis, "cont_1", Instant.now());
        redis.zadd("serving_url_" + company + "_http://serve/ep", 1795552878, name);
        redis.expire("serving_url_" + company + "_http://serve/ep", 3600);
    }

    /** A serving container, seen at this time. */
    String container(UnifiedJedis redis, String id, Instant seen) {
        String name = "serving_container_" + company + "_" + id;
        redis.setex(
                name,
                600,
                """
                {"key":"%s","container_id":"%s","company_id":"%s","ip":"10.0.0.6","last_activity_time":"%s"}"""
                        .formatted(name, id, company, pythonTime(seen)));
        return name;
    }

    /** Python's isoformat() of utcnow(): no offset. */
    private static String pythonTime(Instant time) {
        return time.toString().replace("Z", "");
    }
}
