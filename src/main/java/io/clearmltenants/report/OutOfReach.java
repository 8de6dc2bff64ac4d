package io.clearmltenants.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What no run can erase, in sentences for the certificate. Each says what it is and what a person
 * can do about it.
 */
public final class OutOfReach {
    private static final String EXTERNAL =
            "Objects in external storage (S3, Google Cloud Storage, Azure) are not erased";

    private OutOfReach() {}

    /**
     * @param externalObjects how many URLs of the tenant point into each bucket of external storage
     *     ("s3://bucket"); empty where nobody counted them
     */
    public static List<String> sentences(Map<String, Long> externalObjects) {
        List<String> sentences = new ArrayList<>();
        new TreeMap<>(externalObjects)
                .forEach(
                        (bucket, count) ->
                                sentences.add(
                                        EXTERNAL
                                                + ": "
                                                + Words.count(count, "URLs")
                                                + " of the tenant "
                                                + (count == 1 ? "points" : "point")
                                                + " into "
                                                + bucket
                                                + "; erase them there."));
        if (externalObjects.isEmpty()) {
            sentences.add(EXTERNAL + ", nor were they looked for; erase them there.");
        }
        sentences.addAll(always());
        return List.copyOf(sentences);
    }

    /**
     * Backups, logs and the usage of tokens: docs backups.md, A/service_repo/auth/auth.py:35-65
     * with apiserver.conf:66 (30 days), enterprise_deploy/api_audit.md and on_prem_ubuntu.md.
     */
    private static List<String> always() {
        return List.of(
                "Backups and snapshots of MongoDB, Elasticsearch, Redis and the file system keep the tenant's data until they expire.",
                "Log files of the API server, the fileserver and the databases (usually under /opt/clearml/logs) keep names of files and identifiers until they are rotated away.",
                "A bearer token that the tenant's users were given earlier stays valid until it expires, by default after up to 30 days, and can write again; only a new token secret on the server ends it, and logs everybody out.",
                "Copies that users downloaded, and the caches of agents and of the SDK on their machines, are theirs.",
                "An Enterprise server's log of API calls is one Elasticsearch index for all tenants and keeps the entries that name this one.",
                "An Enterprise server's usage aggregator keeps its figures in a database of its own.");
    }
}
