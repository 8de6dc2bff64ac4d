package io.clearmltenants.redis;

import io.clearmltenants.redis.KeyName.Then;
import io.clearmltenants.redis.KeyValue.NamesOf;
import io.clearmltenants.redis.KeyValue.OfCompany;
import io.clearmltenants.redis.KeyValue.OfTasks;
import io.clearmltenants.redis.KeyValue.Plain;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The kinds of keys that the server writes about a tenant: facts alone. How such keys are found and
 * proven for erasing ({@link OwnKeys}) and how they are looked for afterwards ({@link Traces}) are
 * two ways that share nothing else.
 */
enum KeyFamily {
    /** A/bll/organization/tags_cache.py:50-69. */
    TAGS(
            RedisDatabases.APISERVER,
            "tag caches",
            "their names carry the tenant's id",
            KeyName.of(Then.COMPANY_AND_MORE, "tags_", "system_tags_"),
            new Plain("list")),
    /** A/bll/project/project_queries.py:156-170. */
    PARAMETERS(
            RedisDatabases.APISERVER,
            "caches of hyperparameter values",
            "their names carry the tenant's id",
            KeyName.of(Then.COMPANY_AND_MORE, "hyperparam_values_"),
            new Plain("string")),
    /** A/bll/project/project_queries.py:403-405. */
    METADATA(
            RedisDatabases.APISERVER,
            "caches of model metadata",
            "their names carry the tenant's id",
            KeyName.of(Then.COMPANY_AND_MORE, "modelmetadata_values_"),
            new Plain("string")),
    /** A/bll/queue/queue_metrics.py:84-85; they never expire. */
    QUEUE_METRICS(
            RedisDatabases.APISERVER,
            "queue metrics",
            "their names carry the ids of the tenant's queues",
            KeyName.of(Then.QUEUE, "queue_metrics_"),
            new Plain("string")),
    /** A/bll/redis_cache_manager.py:31-46. */
    SCROLL_STATES(
            RedisDatabases.APISERVER,
            "scroll states",
            "their values name only tasks of the tenant",
            KeyName.of(Then.OTHER, "<class '"),
            new OfTasks()),
    /**
     * A/services/organization.py:278. A request's body seldom says whose it is; one that does not
     * is left to expire after five minutes.
     */
    DOWNLOADS(
            RedisDatabases.APISERVER,
            "prepared downloads",
            "their values name the company",
            KeyName.of(Then.OTHER, "get_all_download_"),
            new OfCompany("/company")),
    /** A/bll/workers/__init__.py:364-366. */
    WORKERS(
            RedisDatabases.WORKERS,
            "agents",
            "their values name the company",
            KeyName.of(Then.COMPANY_AND_MORE, "worker_"),
            new OfCompany("/company/id")),
    /** A/bll/workers/__init__.py:414-425; it never expires. */
    WORKER_LIST(
            RedisDatabases.WORKERS,
            "list of agents",
            "its name is the tenant's alone",
            KeyName.of(Then.COMPANY, "workers_"),
            new Plain("zset")),
    /** A/bll/workers/__init__.py:409-432; they never expire. */
    WORKER_TAGS(
            RedisDatabases.WORKERS,
            "lists of agents by tag",
            "their names and members carry the tenant's id",
            KeyName.of(Then.COMPANY_AND_MORE, "workers.tags_", "workers.systemtags_"),
            new NamesOf(WORKERS)),
    /** A/bll/serving/__init__.py:36-43. */
    SERVING_CONTAINERS(
            RedisDatabases.WORKERS,
            "serving containers",
            "their values name the company",
            KeyName.of(Then.COMPANY_AND_MORE, "serving_container_"),
            new OfCompany("/company_id")),
    /** A/bll/serving/__init__.py:32-51. */
    SERVING_URLS(
            RedisDatabases.WORKERS,
            "serving endpoints",
            "their names and members carry the tenant's id",
            KeyName.of(Then.COMPANY_AND_MORE, "serving_url_"),
            new NamesOf(SERVING_CONTAINERS)),
    /** F/auth.py:56-88. */
    TOKENS(
            RedisDatabases.FILESERVER,
            "checked tokens",
            "their values name the company",
            KeyName.of(Then.OTHER, "token_"),
            new OfCompany("/company"));

    private final String alias;
    private final String words;
    private final String reason;
    private final KeyName name;
    private final KeyValue value;

    KeyFamily(String alias, String words, String reason, KeyName name, KeyValue value) {
        this.alias = alias;
        this.words = words;
        this.reason = reason;
        this.name = name;
        this.value = value;
    }

    static Stream<KeyFamily> all() {
        return Arrays.stream(values());
    }

    /** The database that the server keeps them in. */
    String alias() {
        return alias;
    }

    /** What they are, for people. */
    String words() {
        return words;
    }

    /** Why they are the tenant's, for people. */
    String reason() {
        return reason;
    }

    KeyName keyName() {
        return name;
    }

    KeyValue keyValue() {
        return value;
    }
}
