package io.clearmltenants.report;

import java.util.List;

/**
 * What no run of this program can erase, in plain words (facts on backups and logs: D backups.md,
 * clearml_server_linux_mac.md).
 */
public final class OutOfReach {
    private OutOfReach() {}

    /** One sentence for each. */
    public static List<String> sentences() {
        return List.of(
                "Backups and snapshots of MongoDB, Elasticsearch and the fileserver keep the tenant's data until they expire.",
                "Log files of the server (apiserver.log, fileserver.log and their archives) hold ids and file paths.",
                "Artifacts in external storage (S3, GCS, Azure, other web servers) were not touched.",
                "A bearer token that was given out before stays valid until it expires (30 days by default) and can write new data under the tenant's id; verify again, or rotate the server's token secret.",
                "Copies on the machines of users and agents are theirs.");
    }
}
