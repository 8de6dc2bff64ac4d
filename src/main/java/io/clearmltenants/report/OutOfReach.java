package io.clearmltenants.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * What no run can erase, in sentences for the certificate. Each says what it is and what a person
 * can do about it.
 */
public final class OutOfReach {
    private static final String EXTERNAL =
            "Objects in external storage (S3, Google Cloud Storage, Azure) are not erased";

    private OutOfReach() {}

    /**
     * @param urlsRead whether the URLs of models and artifacts were read when the plan was made
     */
    public static List<String> sentences(boolean urlsRead) {
        return Stream.concat(Stream.of(external(urlsRead)), always()).toList();
    }

    private static String external(boolean urlsRead) {
        return EXTERNAL
                + (urlsRead
                        ? ". The URLs of the tenant's models and of its tasks' artifacts were read when the plan was made: each place outside of the fileserver that they point to stands under Warnings, so erase it there. URLs within events (debug images, plots) were not read."
                        : ", nor were they looked for, since MongoDB is not part of this run; erase them there.");
    }

    /**
     * Backups, logs and the usage of tokens: docs backups.md, A/service_repo/auth/auth.py:35-65
     * with apiserver.conf:66 (30 days), enterprise_deploy/api_audit.md and on_prem_ubuntu.md.
     */
    private static Stream<String> always() {
        return Stream.of(
                "Backups and snapshots of MongoDB, Elasticsearch, Redis and the file system keep the tenant's data until they expire.",
                "Log files of the API server, the fileserver and the databases (usually under /opt/clearml/logs) keep names of files and identifiers until they are rotated away.",
                "A bearer token that the tenant's users were given earlier stays valid until it expires, by default after up to 30 days, and can write again; only a new token secret on the server ends it, and logs everybody out.",
                "Copies that users downloaded, and the caches of agents and of the SDK on their machines, are theirs.",
                "An Enterprise server's log of API calls is one Elasticsearch index for all tenants and keeps the entries that name this one.",
                "An Enterprise server's usage aggregator keeps its figures in a database of its own.");
    }
}
