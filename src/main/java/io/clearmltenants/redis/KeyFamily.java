package io.clearmltenants.redis;

import io.clearmltenants.redis.Candidates.Beginning;
import io.clearmltenants.redis.Candidates.Carrying;
import io.clearmltenants.redis.Candidates.Exact;
import io.clearmltenants.tenant.IdKind;
import io.clearmltenants.tenant.Target;
import java.util.List;
import java.util.stream.Stream;

/**
 * The kinds of keys that the server writes about a tenant, each with the way to find them and what
 * proves that they are the tenant's.
 */
enum KeyFamily {
    /** A/bll/organization/tags_cache.py:50-69. */
    TAGS(
            RedisDatabases.APISERVER,
            "tag caches",
            "their names carry the tenant's id",
            new Carrying("tags_", "system_tags_"),
            new NameAndType("list")),
    /** A/bll/project/project_queries.py:156-170. */
    PARAMETERS(
            RedisDatabases.APISERVER,
            "caches of hyperparameter values",
            "their names carry the tenant's id",
            new Carrying("hyperparam_values_"),
            new NameAndType("string")),
    /** A/bll/project/project_queries.py:403-405. */
    METADATA(
            RedisDatabases.APISERVER,
            "caches of model metadata",
            "their names carry the tenant's id",
            new Carrying("modelmetadata_values_"),
            new NameAndType("string")),
    /** A/bll/queue/queue_metrics.py:84-85; they never expire. */
    QUEUE_METRICS(
            RedisDatabases.APISERVER,
            "queue metrics",
            "their names carry the ids of the tenant's queues",
            new Exact(target -> target.ids().stream(IdKind.QUEUE).map("queue_metrics_"::concat)),
            new ExactName("string")),
    /** A/bll/redis_cache_manager.py:31-46. */
    SCROLL_STATES(
            RedisDatabases.APISERVER,
            "scroll states",
            "their values name only tasks of the tenant",
            new Beginning("<class '"),
            new TasksInValue()),
    /**
     * A/services/organization.py:278. A request's body seldom says whose it is; one that does not
     * is left to expire after five minutes.
     */
    DOWNLOADS(
            RedisDatabases.APISERVER,
            "prepared downloads",
            "their values name the company",
            new Beginning("get_all_download_"),
            new CompanyInValue("/company")),
    /** A/bll/workers/__init__.py:364-366. */
    WORKERS(
            RedisDatabases.WORKERS,
            "agents",
            "their values name the company",
            new Carrying("worker_"),
            new CompanyInValue("/company/id")),
    /** A/bll/workers/__init__.py:414-425; it never expires. */
    WORKER_LIST(
            RedisDatabases.WORKERS,
            "list of agents",
            "its name is the tenant's alone",
            new Exact(target -> Stream.of("workers_" + target.id().value())),
            new ExactName("zset")),
    /** A/bll/workers/__init__.py:409-432; they never expire. */
    WORKER_TAGS(
            RedisDatabases.WORKERS,
            "lists of agents by tag",
            "their names and members carry the tenant's id",
            new Carrying("workers.tags_", "workers.systemtags_"),
            new MembersNamed("worker_")),
    /** A/bll/serving/__init__.py:36-43. */
    SERVING_CONTAINERS(
            RedisDatabases.WORKERS,
            "serving containers",
            "their values name the company",
            new Carrying("serving_container_"),
            new CompanyInValue("/company_id")),
    /** A/bll/serving/__init__.py:32-51. */
    SERVING_URLS(
            RedisDatabases.WORKERS,
            "serving endpoints",
            "their names and members carry the tenant's id",
            new Carrying("serving_url_"),
            new MembersNamed("serving_container_")),
    /** F/auth.py:56-88. */
    TOKENS(
            RedisDatabases.FILESERVER,
            "checked tokens",
            "their values name the company",
            new Beginning("token_"),
            new CompanyInValue("/company"));

    private static final int USUAL_BATCH = 1000;

    /** The tenant's tasks are streamed once for each batch of states, so these are larger. */
    private static final int STATES_BATCH = 20_000;

    private final String alias;
    private final String words;
    private final String reason;
    private final Candidates candidates;
    private final Proof proof;

    KeyFamily(String alias, String words, String reason, Candidates candidates, Proof proof) {
        this.alias = alias;
        this.words = words;
        this.reason = reason;
        this.candidates = candidates;
        this.proof = proof;
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

    /** The exact names of the tenant's keys; one that moves meanwhile may come twice. */
    Stream<String> own(KeySpace space, Target target) {
        int size = this == SCROLL_STATES ? STATES_BATCH : USUAL_BATCH;
        return candidates
                .in(space, target, size)
                .flatMap(batch -> proof.own(batch, target).stream());
    }

    /** Those of some names of one server that are the tenant's. */
    List<String> ownAmong(Node node, List<String> names, Target target) {
        return candidates
                .among(node, names, target)
                .filter(batch -> !batch.names().isEmpty())
                .flatMap(batch -> proof.own(batch, target).stream())
                .toList();
    }
}
